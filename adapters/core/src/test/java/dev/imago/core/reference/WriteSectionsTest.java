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
import org.junit.jupiter.api.Test;

class WriteSectionsTest {
  private static final String PROVIDER =
      """
      provider: acme
      says: A cloud.
      auth: [none]
      services:
        things: {url: 'https://{region}.example/v1', says: Things.}
      """;

  private static final String SERVICE =
      """
      service: acme.things
      says: Things and their jobs.
      errors: {shape: acme, meanings: {gone: absent}}
      tables:
        jobs:
          says: A job.
          key: [region, job]
          columns:
            region: {from: request, says: The region.}
            job: The job.
            done: {type: boolean, says: Whether it is over.}
            state: {one of: [WELL, BADLY], says: How it ended.}
            errors: {type: 'Error[]', says: What went wrong.}
            thing: The thing.
          reads:
            get: {path: 'jobs/{job}', permissions: [jobs.get]}
          writes:
            wait:
              says: Waits for a job.
              post: jobs/{job}/wait
              answers: jobs
              safe: true
              permissions: [jobs.get]
          settles:
            done: {done: ['true'], state: [WELL, BADLY]}
            failed: {state: [BADLY]}
            error: {code: errors.code, text: errors.text}
            poll: wait
            target: thing
        things:
          says: A thing.
          key: [region, name]
          columns:
            region: {from: request, says: The region.}
            name: The name.
            size: {type: integer, says: The size.}
            mark: The mark of what it is.
            owner: {from: request, says: Who has it.}
            token: {input: true, says: The request's own id.}
          reads:
            get:
              path: things/{name}
              query: {owner: '{owner}'}
              permissions: [things.get]
          writes:
            patch:
              says: Changes a thing.
              patch: things/{name}
              headers: {X-Owner: '{owner}'}
              body: {form: json patch, as texts: true, type: application/patch}
              takes:
                name: {called: [thing]}
                size: {least: 1, most: 9}
                token: {in: header, to: X-Token}
              columns: [mark]
              repeats by: token
              read first: [mark]
              answers: {table: jobs, from: {job: id}}
              permissions: [things.change, things.get]
            smash:
              says: Breaks a thing.
              delete: things/{name}
              query: {owner: '{owner}'}
              body: {mask: given}
              takes:
                key: {secret: true, required: true, matches: '[a|b]+', longest: 5, says: The key.}
                how: {one of: [WELL, BADLY], to: manner, says: How it is done.}
              exactly one: [[key, how]]
              at most one: [[how, key]]
              at least one: [[key, how]]
              needs: {how: [key]}
              answers: nothing
              permissions: [things.delete]
      types:
        Error: {code: The code., text: The words.}
      """;

  private final ServiceDescription service;

  WriteSectionsTest() throws IOException {
    DescriptionLoader loader = new DescriptionLoader();
    ProviderDescription provider = loader.provider("acme", content(PROVIDER));
    service = loader.service(provider, "things", shape -> true, (acme, things) -> content(SERVICE));
  }

  private static InputStream content(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> section(String table) {
    return new WriteSections(service.table(table).orElseThrow(), "https://acme.example")
        .toString()
        .lines()
        .toList();
  }

  @Test
  void saysHowARowIsChanged() {
    assertThat(section("things"))
        .containsExactly(
            "",
            "## Writes",
            "",
            "### patch",
            "",
            "Changes a thing. By `UPDATE` and `EXEC acme.things.things.patch`.",
            "",
            "`PATCH https://acme.example/things/{name}`",
            "",
            "| argument | type | in | what it is |",
            "|---|---|---|---|",
            "| `region` | `VARCHAR`, required | host | The region. |",
            "| `owner` | `VARCHAR`, required | header `X-Owner` | Who has it. |",
            "| `name`, `thing` | `VARCHAR`, required | path | The name. |",
            "| `size` | `INTEGER` | body, `size` | The size. It is at least 1, is at most 9. |",
            "| `token` | `VARCHAR` | header `X-Token` | The request's own id. |",
            "| `mark` | `VARCHAR` | body, `mark` | The mark of what it is. |",
            "",
            "- The header `X-Owner: {owner}`.",
            "- What is not given of `mark` is read just before.",
            "- The body is a JSON patch of what is given, numbers and booleans as texts, as"
                + " `application/patch`.",
            "- Answers a row of [things.jobs](acme.things.jobs.md).",
            "- May be repeated: `token` names the request; a fresh UUID does by default.",
            "- Needs `things.change`, `things.get`.",
            "",
            "### smash",
            "",
            "Breaks a thing. By `EXEC acme.things.things.smash`.",
            "",
            "`DELETE https://acme.example/things/{name}?owner={owner}`",
            "",
            "| argument | type | in | what it is |",
            "|---|---|---|---|",
            "| `region` | `VARCHAR`, required | host | The region. |",
            "| `name` | `VARCHAR`, required | path | The name. |",
            "| `owner` | `VARCHAR`, required | parameter `owner` | Who has it. |",
            "| `key` | `VARCHAR`, required | body, `key` | The key. It matches `[a\\|b]+`, has at most"
                + " 5 characters. Secret: never printed. |",
            "| `how` | `VARCHAR` | body, `manner` | How it is done. One of `WELL`, `BADLY`. |",
            "",
            "- Exactly one of `key`, `how`.",
            "- At least one of `key`, `how`.",
            "- At most one of `how`, `key`.",
            "- `how` needs `key`.",
            "- The body is an object of what is given, with its names in `given`.",
            "- Answers nothing.",
            "- Is sent once.",
            "- Needs `things.delete`.");
  }

  @Test
  void saysHowARowSettles() {
    assertThat(section("jobs"))
        .contains("- Changes nothing, and is repeated as reads are.")
        .endsWith(
            "## How a row settles",
            "",
            "- It has ended where `done` is `TRUE`, or `state` is `WELL` or `BADLY`.",
            "- It has failed where `state` is `BADLY`.",
            "- What went wrong is in `errors.code` and `errors.text`.",
            "- `wait` looks again.",
            "- What it is about is in `thing`.");
  }

  @Test
  void saysNothingOfATableThatIsOnlyRead() throws IOException {
    String text =
        """
        service: acme.things
        says: Things.
        errors: {shape: acme, meanings: {gone: absent}}
        tables:
          spots:
            says: A spot.
            key: [region, spot]
            columns: {region: {from: request, says: The region.}, spot: The spot.}
            reads: {get: {path: 'spots/{spot}', permissions: [spots.get]}}
        """;
    DescriptionLoader loader = new DescriptionLoader();
    ServiceDescription spots =
        loader.service(
            loader.provider("acme", content(PROVIDER)),
            "things",
            shape -> true,
            (acme, things) -> content(text));
    assertThat(new WriteSections(spots.table("spots").orElseThrow(), "https://acme.example"))
        .hasToString("");
  }
}
