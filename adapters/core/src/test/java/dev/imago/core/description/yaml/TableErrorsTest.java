package dev.imago.core.description.yaml;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake that a table can have is refused, with its line. */
final class TableErrorsTest {
  private static void assertRefused(String before, String after, String message) {
    EditedFile.of("compute.yaml", before, after).assertRefused(AcmeFiles::service, message);
  }

  @ParameterizedTest
  @MethodSource
  void refusesInTables(String before, String after, String message) {
    assertRefused(before, after, message);
  }

  static Stream<Arguments> refusesInTables() {
    return Stream.of(
        arguments(
            "      requestId: {input: true, says: The request's own id.}\n    shape: Disk\n",
            "      SizeGb: The size.\n    <!>shape: Disk\n",
            "table disks: the columns \"SizeGb\" and \"sizeGb\" differ in letter case only"),
        arguments(
            "  disks:\n",
            "  ZONES:\n",
            "the tables \"zones\" and \"ZONES\" differ in letter case only"),
        arguments("  disks:\n", "  my disks:\n", "\"my disks\" is no name for a table"),
        arguments("  disks:\n    says: One disk.\n", "  disks:\n", "table disks: needs \"says\""),
        arguments(
            "    says: One disk.",
            "    says: One disk",
            "table disks: what it says must end with a full stop: \"One disk\""),
        arguments(
            "    parent: zones",
            "    praent: zones",
            "table disks: unknown word \"praent\"; did you mean \"parent\"?"),
        arguments(
            "    key: [project, zone, name]",
            "    key: [project, zone, nam]",
            "table disks: \"nam\" is no column; did you mean \"name\"?"),
        arguments(
            "    key: [project, zone, name]",
            "    key: [project, zone, labels]",
            "table disks: \"labels\" is never read, or has a type that no key can hold"),
        arguments(
            "    key: [project, zone, name]",
            "    key: [project, zone, requestId]",
            "table disks: \"requestId\" is never read, or has a type that no key can hold"),
        arguments(
            "    key: [project, zone, name]",
            "    key: [project, zone, zone]",
            "table disks: \"zone\" is here twice"),
        arguments(
            "    parent: zones",
            "    parent: zone",
            "table disks: the parent \"zone\" is no table of this service; did you mean \"zones\"?"),
        arguments(
            "    parent: zones",
            "    parent: {table: zones, unless: {colour: red}}",
            "table disks: the parent \"zones\" has no text column \"colour\""),
        arguments(
            "    parent: zones",
            "    parent: disks",
            "table disks: the parents go in a circle: disks -> disks"),
        arguments(
            "    key: [project, zone]\n",
            "    key: [project, zone]\n    <!>parent: disks\n",
            "table zones: the parents go in a circle: zones -> disks -> zones"),
        arguments(
            "  disks:\n",
            """
              moons:
                says: One moon.
                key: [moon]
                <!>parent: zones
                columns: {moon: The moon.}
                reads: {list: {path: 'moons/{moon}', rows: items}}
              disks:
            """,
            "table moons: the parent \"zones\" has no column that a path of this table needs"),
        arguments(
            "{zone: acme.location}",
            "{zone: acme.place}",
            "table disks: defaults: unknown property \"acme.place\""),
        arguments(
            "{zone: acme.location}",
            "{id: acme.location}",
            "table disks: defaults: \"id\" is no variable of a path"),
        arguments(
            "{equal: [name, status], ordered: [id], exact: [status]}",
            "{equals: [name]}",
            "table disks: pushed: unknown word \"equals\"; did you mean \"equal\"?"),
        arguments(
            "{equal: [name, status], ordered: [id], exact: [status]}",
            "{equal: [nam]}",
            "table disks: pushed: \"nam\" is no column; did you mean \"name\"?"),
        arguments(
            "{equal: [name, status], ordered: [id], exact: [status]}",
            "{equal: [labels]}",
            "table disks: pushed: no filter can hold \"labels\" under \"equal\""),
        arguments(
            "{equal: [name, status], ordered: [id], exact: [status]}",
            "{equal: [zone]}",
            "table disks: pushed: no filter can hold \"zone\" under \"equal\""),
        arguments(
            "{equal: [name, status], ordered: [id], exact: [status]}",
            "{equal: [target]}",
            "table disks: pushed: no filter can hold \"target\" under \"equal\""),
        arguments(
            "{equal: [name, status], ordered: [id], exact: [status]}",
            "{equal: [requestId]}",
            "table disks: pushed: no filter can hold \"requestId\" under \"equal\""),
        arguments(
            "{equal: [name, status], ordered: [id], exact: [status]}",
            "{ordered: [name]}",
            "table disks: pushed: no filter can hold \"name\" under \"ordered\""),
        arguments(
            "{equal: [name, status], ordered: [id], exact: [status]}",
            "{equal: [id], ordered: [id]}",
            "table disks: pushed: \"id\" is in \"equal\" too"),
        arguments(
            "{equal: [name, status], ordered: [id], exact: [status]}",
            "{equal: [name], exact: [status]}",
            "table disks: pushed: \"status\" is neither \"equal\" nor \"ordered\""),
        arguments(
            "{equal: [name, status], ordered: [id], exact: [status]}",
            "{times: [id]}",
            "table disks: pushed: no filter can hold \"id\" under \"times\""),
        arguments(
            "    shape: Disk\n    pushed: {equal: [name, status], ordered: [id], exact: [status]}",
            "      made: {type: timestamp, says: When.}\n"
                + "    shape: Disk\n    <!>pushed: {times: [made]}",
            "table disks: the grammar of the read \"list\" has no words for \"made\""),
        arguments(
            "    key: [project, zone]\n",
            "    key: [project, zone]\n    <!>pushed: {equal: [zone]}\n",
            "table zones: \"pushed\" has no place here: no read of the table has a \"filter\""),
        arguments(
            "    shape: Disk",
            "    shape: Disc",
            "table disks: unknown type \"Disc\"; did you mean \"Disk\"?"),
        arguments(
            "    shape: Disk",
            "    shape: varchar",
            "table disks: \"varchar\" is no shape of \"types\""));
  }

  @ParameterizedTest
  @MethodSource
  void refusesInColumns(String column, String message) {
    String before = "      name: The disk's name.\n";
    assertRefused(before, before + "      <!>" + column + "\n", "table disks: " + message);
  }

  static Stream<Arguments> refusesInColumns() {
    return Stream.of(
        arguments(
            "x: The column", "column x: what it says must end with a full stop: \"The column\""),
        arguments("x: {type: bigint}", "column x: needs \"says\""),
        arguments("x: [a]", "column x: must be a mapping with something in it"),
        arguments(
            "NAME: The name.", "the columns \"name\" and \"NAME\" differ in letter case only"),
        arguments("name: The name.", "\"name\" is here twice, first on line 46"),
        arguments("x-y: The column.", "\"x-y\" is no name for a column"),
        arguments(
            "x: {form: name, says: X.}", "column x: unknown word \"form\"; did you mean \"from\"?"),
        arguments(
            "x: {type: unit64, says: X.}",
            "column x: unknown type \"unit64\"; did you mean \"uint64\"?"),
        arguments(
            "x: {type: Key, fields: {a: A.}, says: X.}",
            "column x: \"type\" has no place here: \"fields\" gives the type"),
        arguments("x: {fields: {}, says: X.}", "column x: must be a mapping with something in it"),
        arguments("x: {from: a..b, says: X.}", "column x: \"a..b\" has a step without a name"),
        arguments("x: {one of: [], says: X.}", "column x: must be a list with something in it"),
        arguments("x: {one of: [A, B, A], says: X.}", "column x: \"A\" is here twice"),
        arguments(
            "x: {type: boolean, one of: [A], says: X.}",
            "column x: \"one of\" has no place here: only a varchar, an integer or a bigint has documented values"),
        arguments(
            "x: {constant: a, from: b, says: X.}",
            "column x: \"from\" has no place here: a constant comes from no field"),
        arguments(
            "x: {constant: a, part: last, says: X.}",
            "column x: \"part\" has no place here: a constant comes from no field"),
        arguments(
            "x: {constant: a, type: bigint, says: X.}",
            "column x: \"constant\" has no place here: a constant is a varchar"),
        arguments(
            "x: {from: request, part: last, says: X.}",
            "column x: \"part\" has no place here: the request gives the value whole"),
        arguments(
            "x: {part: last, type: bigint, says: X.}",
            "column x: \"part\" has no place here: a segment of a name is a varchar"),
        arguments(
            "x: {part: last, input: true, says: X.}",
            "column x: \"part\" has no place here: an input column is never read"),
        arguments(
            "x: {constant: a, input: true, says: X.}",
            "column x: \"constant\" has no place here: an input column is never read"),
        arguments(
            "x: {resource: 'disks/{name}', input: true, says: X.}",
            "column x: \"resource\" has no place here: an input column is never read"),
        arguments(
            "x: {resource: 'disks/{name}', type: json, says: X.}",
            "column x: \"resource\" has no place here: a resource name is a varchar"),
        arguments(
            "x: {resource: 'disks/{name}', part: last, says: X.}",
            "column x: \"resource\" has no place here: a resource name is the whole of a field"),
        arguments(
            "x: {resource: 'disks/{name}', constant: a, says: X.}",
            "column x: \"resource\" has no place here: a resource name is the whole of a field"),
        arguments(
            "x: {resource: 'disks/{nam}', says: X.}",
            "column x: \"nam\" is no column; did you mean \"name\"?"),
        arguments(
            "x: {resource: 'disks/{name', says: X.}",
            "column x: the path \"disks/{name\" has a brace that is not closed"),
        arguments("x: {secret: 1, says: X.}", "column x: must be true or false, not \"1\""));
  }

  @ParameterizedTest
  @MethodSource
  void refusesInReads(String read, String message) {
    String before = "        unreachable: unreachables\n";
    assertRefused(before, before + "      <!>" + read + "\n", "table disks: " + message);
  }

  static Stream<Arguments> refusesInReads() {
    return Stream.of(
        arguments("get: {path: a}", "\"get\" is here twice, first on line 58"),
        arguments("x: {path: a}", "read x: needs \"kind\": get, list or wider"),
        arguments("x: {kind: gte, path: a}", "read x: unknown kind \"gte\"; did you mean \"get\"?"),
        arguments("x: {kind: list, rows: items}", "read x: needs \"path\""),
        arguments(
            "x: {kind: list, pathh: a}", "read x: unknown word \"pathh\"; did you mean \"path\"?"),
        arguments("x: {kind: list, path: a}", "read x: needs \"rows\""),
        arguments(
            "x: {kind: list, path: 'a/{nam}'}",
            "read x: \"nam\" is no column; did you mean \"name\"?"),
        arguments(
            "x: {kind: list, path: 'a/{labels}'}",
            "read x: {labels} has a type that no path can hold"),
        arguments(
            "x: {kind: list, path: 'a/{requestId}'}",
            "read x: {requestId} is an input column, which no query can bind"),
        arguments("x: {kind: list, path: '/a'}", "read x: the path \"/a\" has a slash at an end"),
        arguments(
            "x: {kind: list, path: a, rows: a..b}", "read x: \"a..b\" has a step without a name"),
        arguments(
            "x: {kind: list, path: a, rows: '*.*'}", "read x: \"*.*\" has more than one \"*\""),
        arguments(
            "x: {kind: list, path: a, rows: a, query: [b]}",
            "read x: must be a mapping with something in it"),
        arguments(
            "x: {kind: list, path: a, rows: a, pages: all}",
            "read x: pages: must be a mapping with something in it"),
        arguments(
            "x: {kind: list, path: a, rows: a, mask: []}",
            "read x: mask: must be a mapping with something in it"),
        arguments(
            "x: {kind: list, path: a, rows: '*', scope: {zone: zones}}",
            "read x: \"scope\" has no place here: only a wider list has one"),
        arguments(
            "x: {kind: list, path: a, rows: a, order: {parameter: o}}",
            "read x: order: needs \"terms\""),
        arguments(
            "x: {kind: list, path: a, rows: a, order: {parameter: o, terms: [nam]}}",
            "read x: order: \"nam\" is no column; did you mean \"name\"?"),
        arguments(
            "x: {kind: list, path: a, rows: a, order: {parameter: o, terms: [name down]}}",
            "read x: order: \"name down\" is no column"),
        arguments(
            "x: {kind: list, path: a, rows: a, order: {parameter: o, terms: [labels desc]}}",
            "read x: order: no rows can be ordered by \"labels\""),
        arguments(
            "x: {kind: list, path: a, rows: a, permissions: [a, a]}",
            "read x: \"a\" is here twice"),
        arguments(
            "x: {kind: get, path: a, pages: none}",
            "read x: \"pages\" has no place here: a get answers one row"),
        arguments(
            "x: {kind: get, path: a, filter: none}",
            "read x: \"filter\" has no place here: a get answers one row"),
        arguments(
            "x: {kind: list, path: a, rows: a, filter: {parameter: f, grammar: aip}}",
            "read x: filter: unknown grammar \"aip\""),
        arguments(
            "x: {kind: list, path: a, rows: a, filter: {grammar: aip160}}",
            "read x: filter: needs \"parameter\""),
        arguments(
            "x: {kind: list, path: a, rows: a, filter: {parameter: f, grammar: parameters}}",
            "read x: filter: \"parameter\" has no place here: each condition has its own"),
        arguments(
            "x: {kind: list, path: a, rows: a, filter: {parameter: f, grammar: aip160, most: 9}}",
            "read x: filter: \"most\" has no place here: the length of the URL alone is limited"),
        arguments(
            "x: {kind: list, path: a, rows: a, filter: {parameter: f}}",
            "read x: filter: needs \"grammar\""),
        arguments(
            "x: {kind: get, path: a, order: {}}",
            "read x: \"order\" has no place here: a get answers one row"),
        arguments(
            "x: {kind: get, path: a, unreachable: b}",
            "read x: \"unreachable\" has no place here: a get answers one row"),
        arguments(
            "x: {kind: get, path: a, rows: 'b.*'}",
            "read x: \"rows\" has no place here: a get answers one row, not every entry of an object"),
        arguments(
            "x: {kind: get, path: a, scope: {zone: zones}}",
            "read x: \"scope\" has no place here: only a wider list has one"),
        arguments(
            "x: {kind: get, path: a}",
            "read x: stands after \"aggregated\"; write gets first, then lists, then wider lists"),
        arguments(
            "x: {kind: wider, path: a, rows: b}",
            "read x: the rows of a wider list need a \"*\": items.*.disks"),
        arguments("x: {kind: wider, path: a, rows: '*'}", "read x: needs \"scope\""),
        arguments(
            "x: {kind: wider, path: a, rows: '*', scope: {zone: zones, id: ids}}",
            "read x: scope: must be one column and its collection: {zone: zones}"),
        arguments(
            "x: {kind: wider, path: a, rows: '*', scope: {zoen: zones}}",
            "read x: scope: \"zoen\" is no column; did you mean \"zone\"?"),
        arguments(
            "x: {kind: wider, path: a, rows: '*', scope: {id: zones}}",
            "read x: scope: \"id\" must be a varchar that is read"),
        arguments(
            "x: {kind: wider, path: 'a/{zone}', rows: '*', scope: {zone: zones}}",
            "read x: scope: the call binds {zone} already"));
  }

  @ParameterizedTest
  @MethodSource
  void refusesReadsThatDoNotFitTheirTable(String before, String after, String message) {
    assertRefused(before, after, message);
  }

  static Stream<Arguments> refusesReadsThatDoNotFitTheirTable() {
    return Stream.of(
        arguments(
            "      get:\n",
            "      get:\n        <!>kind: list\n",
            "table disks: read get: a read of this name is no \"list\""),
        arguments(
            "path: projects/{project}/zones\n",
            "path: regions/{region}/zones\n",
            "table zones: read list: {region} is a constant; write \"moon\" in its place"),
        arguments(
            "    reads:\n      list:\n        path: projects/{project}/zones\n",
            "    <!>reads:\n      list:\n        path: zones\n",
            "table zones: the read \"list\" does not bind \"project\", which only the request knows"));
  }
}
