package dev.imago.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.core.description.ProviderDescription;
import dev.imago.core.description.ServiceDescription;
import dev.imago.core.description.yaml.DescriptionLoader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TablePagesTest {
  private static final String PROVIDER =
      """
      provider: acme
      says: A cloud.
      auth: [none]
      parameters: {project: Projects that stand in.}
      services:
        things: {url: 'https://things.example/v1', says: Things.}
      """;

  private static final String SERVICE =
      """
      service: acme.things
      says: Things and their parts.
      errors: {shape: acme, meanings: {gone: absent}}
      pages: {token: pageToken, next: next, size: {parameter: size, most: 1500}}
      defaults: {project: acme.project}
      types:
        Key: {name: The name., text: {secret: true, says: The text.}}
      tables:
        boxes:
          says: A box.
          key: [project, box]
          columns:
            project: {from: request, says: The project.}
            box: The box.
          reads:
            list: {path: 'projects/{project}/boxes', rows: boxes, permissions: [boxes.list]}
        parts:
          says: A part.
          key: [project, box, name]
          parent: boxes
          columns:
            project: {from: request, says: The project.}
            box: {from: request, says: The box.}
            name: {resource: 'projects/{project}/boxes/{box}/parts/{name}', says: The name.}
            state: {one of: ['A|B', C], says: How it is.}
            keys: {type: 'Key[]', says: The keys.}
            spare: {type: map<Key>, says: The spare keys.}
            made: {type: timestamp, says: When it was made.}
            weight: {type: bigint, says: What it weighs.}
            wish: {type: json, input: true, says: What is wanted.}
          pushed: {equal: [name, state], ordered: [weight], exact: [state]}
          reads:
            get: {path: 'projects/{project}/boxes/{box}/parts/{name}', permissions: [parts.get]}
            list:
              path: projects/{project}/boxes/{box}/parts
              rows: parts
              mask: fields
              order: {parameter: by, terms: [name, made desc]}
              filter: {parameter: where, grammar: aip160}
              permissions: [parts.list, boxes.get]
      """;

  private final DescriptionLoader loader = new DescriptionLoader();
  private final ProviderDescription provider = loader.provider("acme", content(PROVIDER));
  private final ServiceDescription service;

  TablePagesTest() throws IOException {
    service = service(SERVICE);
  }

  private ServiceDescription service(String text) throws IOException {
    return loader.service(provider, "things", shape -> true, (acme, things) -> content(text));
  }

  @Test
  void aPageSaysWhatTheDescriptionSays() {
    Map<String, String> pages =
        new TablePages(table -> "SELECT * FROM " + table.qualifiedName())
            .pages(provider, List.of(service));
    assertThat(pages).containsOnlyKeys("acme.things.boxes.md", "acme.things.parts.md");
    assertThat(pages.get("acme.things.parts.md"))
        .isEqualTo(
            """
            # acme.things.parts

            A part.

            ```sql
            SELECT * FROM acme.things.parts
            ```

            ## Columns

            | column | type | what it holds |
            |---|---|---|
            | `project` | `VARCHAR`, key | The project. |
            | `box` | `VARCHAR`, key | The box. |
            | `name` | `VARCHAR`, key | The name. |
            | `state` | `VARCHAR` | How it is. One of `A\\|B`, `C`. |
            | `keys` | `ROW ARRAY` | The keys. |
            | `spare` | `MAP<VARCHAR, ROW>` | The spare keys. |
            | `made` | `TIMESTAMP(3)` | When it was made. |
            | `weight` | `BIGINT` | What it weighs. |

            Written only, and not shown by `SELECT *`:

            | input column | type | what it holds |
            |---|---|---|
            | `wish` | `VARCHAR` | What is wanted. JSON text. |

            ## Parameters

            | parameter | needed by | where the query does not bind it |
            |---|---|---|
            | `project` | `get`, `list` | the property `acme.project` |
            | `box` | `get`, `list` | the rows of [boxes](acme.things.boxes.md) |
            | `name` | `get` | the read `list` |

            A full resource path in `name` binds them all: `projects/{project}/boxes/{box}/parts/{name}`.

            ## Reads

            ### get

            `GET https://things.example/v1/projects/{project}/boxes/{box}/parts/{name}`

            - One row or none.
            - Needs `parts.get`.

            ### list

            `GET https://things.example/v1/projects/{project}/boxes/{box}/parts`

            - Any number of rows.
            - Pages of at most 1,500 rows; LIMIT over no other condition sets `size`.
            - ORDER BY `name` or `made` DESC is left to the API, in `by`.
            - Conditions are sent in `where`: equality and IN on `name`, `state`, `weight`; ranges \
            of `weight`. The rows of the answer are filtered again, except for `state`.
            - Only the columns that the query needs, by `fields`.
            - Needs `parts.list`, `boxes.get`.

            ## Fields of `keys[i]`, `spare['key']`

            | field | type | what it holds |
            |---|---|---|
            | `name` | `VARCHAR` | The name. |
            | `text` | `VARCHAR` | The text. Secret: never printed. |
            """);
  }

  @Test
  void conditionsThatAreParametersAreSaidToBe() throws IOException {
    String text =
        SERVICE
            .replace("{parameter: where, grammar: aip160}", "{grammar: parameters}")
            .replace(
                "pushed: {equal: [name, state], ordered: [weight], exact: [state]}",
                "pushed: {equal: [name, state], times: [made], exact: [name]}");
    ServiceDescription changed = service(text);
    assertThat(
            new TablePages(table -> "")
                .pages(provider, List.of(changed))
                .get("acme.things.parts.md"))
        .contains(
            "- Conditions are sent in parameters named as the fields: equality on `name`, `state`;"
                + " one bound, in whole seconds, of `made`."
                + " The rows of the answer are filtered again, except for `name`.\n");
  }

  @Test
  void theIndexListsTheTablesOfEachService() {
    assertThat(TablePages.index(List.of(service)))
        .isEqualTo(
            """
            # Tables

            ## acme.things

            Things and their parts.

            | table | a row is |
            |---|---|
            | [boxes](acme.things.boxes.md) | A box. |
            | [parts](acme.things.parts.md) | A part. |
            """);
  }

  private static InputStream content(String yaml) {
    return new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
  }
}
