package dev.imago.core.description.yaml;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake that a write or a settling can have is refused, with its line. */
final class WriteErrorsTest {
  private static final String PLACE = "      set_labels:\n";
  private static final String SETTLES =
      "{done: {status: [DONE]}, error: {code: errors.code, text: errors.text}, target: target}";

  /** Puts a write with a mistake into the table disks. */
  private static void assertRefused(String write, String message) {
    EditedFile.of("compute.yaml", PLACE, "      <!>" + write + "\n" + PLACE)
        .assertRefused(AcmeFiles::service, "table disks: " + message);
  }

  @ParameterizedTest
  @MethodSource
  void refusesInWrites(String write, String message) {
    assertRefused(write, message);
  }

  static Stream<Arguments> refusesInWrites() {
    return Stream.of(
        arguments("insert: {post: a}", "\"insert\" is here twice, first on line 77"),
        arguments("x-y: {post: a}", "\"x-y\" is no name for a write"),
        arguments(
            "INSERT: {post: a}", "the writes \"insert\" and \"INSERT\" differ in letter case only"),
        arguments("x: a", "write x: must be a mapping with something in it"),
        arguments(
            "x: {post: a, answer: nothing}",
            "write x: unknown word \"answer\"; did you mean \"answers\"?"),
        arguments(
            "x: {says: X., answers: nothing}",
            "write x: needs one of \"get\", \"post\", \"put\", \"patch\", \"delete\", its path"),
        arguments(
            "x: {post: a, put: a, says: X., answers: nothing}",
            "write x: needs one of \"get\", \"post\", \"put\", \"patch\", \"delete\", its path"),
        arguments("x: {post: a, answers: nothing}", "write x: needs \"says\""),
        arguments("x: {post: a, says: X.}", "write x: needs \"answers\""),
        arguments(
            "x: {post: 'a/{zoen}', says: X., answers: nothing}",
            "write x: \"zoen\" is no column; did you mean \"zone\"?"),
        arguments(
            "x: {post: a, query: {z: '{zoen}'}, says: X., answers: nothing}",
            "write x: z: \"zoen\" is no column; did you mean \"zone\"?"),
        arguments(
            "x: {post: 'a/{target}', says: X., answers: nothing}",
            "write x: {target} is a secret, which a URL would show"),
        arguments(
            "x: {post: a, query: {t: '{target}'}, says: X., answers: nothing}",
            "write x: t: {target} is a secret, which a URL would show"),
        arguments(
            "x: {kind: inser, post: a, says: X., answers: nothing}",
            "write x: unknown kind \"inser\"; did you mean \"insert\"?"),
        arguments(
            "x: {post: a, says: X., safe: maybe, answers: nothing}",
            "write x: must be true or false, not \"maybe\""),
        arguments(
            "x: {post: a, says: X., permissions: [a, a], answers: nothing}",
            "write x: \"a\" is here twice"));
  }

  @ParameterizedTest
  @MethodSource
  void refusesWhatNamesNoArgument(String word, String message) {
    assertRefused(
        "x: {post: a, says: X., columns: [name, labels, status], takes: {requestId: {in: query}},"
            + " answers: nothing, "
            + word
            + "}",
        "write x: " + message);
  }

  static Stream<Arguments> refusesWhatNamesNoArgument() {
    return Stream.of(
        arguments(
            "repeats by: requestid",
            "\"requestid\" is nothing that it takes; did you mean \"requestId\"?"),
        arguments(
            "repeats by: requestId, safe: true",
            "\"repeats by\" has no place here: what changes nothing may always be repeated"),
        arguments("read first: [sizeGb]", "\"sizeGb\" is nothing that it takes"),
        arguments("read first: [requestId]", "\"requestId\" is never read"),
        arguments(
            "exactly one: [[name, lables]]",
            "exactly one: \"lables\" is nothing that it takes; did you mean \"labels\"?"),
        arguments(
            "at most one: [[nam, labels]]",
            "at most one: \"nam\" is nothing that it takes; did you mean \"name\"?"),
        arguments(
            "at least one: [[name, stauts]]",
            "at least one: \"stauts\" is nothing that it takes; did you mean \"status\"?"),
        arguments(
            "exactly one: [name, labels]", "exactly one: must be a list with something in it"),
        arguments(
            "needs: {nam: [labels]}",
            "needs: \"nam\" is nothing that it takes; did you mean \"name\"?"),
        arguments(
            "needs: {name: [lables]}",
            "needs: \"lables\" is nothing that it takes; did you mean \"labels\"?"));
  }

  @ParameterizedTest
  @MethodSource
  void refusesInArguments(String words, String message) {
    assertRefused(
        "x: {post: 'a/{zone}', says: X., answers: nothing, " + words + "}", "write x: " + message);
  }

  static Stream<Arguments> refusesInArguments() {
    return Stream.of(
        arguments("takes: [y]", "takes: must be a mapping with something in it"),
        arguments(
            "takes: {name: The name.}",
            "takes: name: \"name\" is a column, which says itself what it is"),
        arguments(
            "takes: {y: The thing}",
            "takes: y: what it says must end with a full stop: \"The thing\""),
        arguments("takes: {y-z: A thing.}", "takes: \"y-z\" is no name for an argument"),
        arguments(
            "takes: {y: {requird: true, says: Y.}}",
            "takes: y: unknown word \"requird\"; did you mean \"required\"?"),
        arguments("takes: {y: {in: query}}", "takes: y: needs \"says\""),
        arguments("takes: {zone: {required: true}}", "takes: zone: unknown word \"required\""),
        arguments(
            "takes: {name: {type: bigint}}",
            "takes: name: \"type\" has no place here: a column has its own; say what it is where it"
                + " is another"),
        arguments(
            "takes: {name: {fields: {a: A.}}}",
            "takes: name: \"fields\" has no place here: a column has its own; say what it is where"
                + " it is another"),
        arguments(
            "takes: {y: {type: bigin, says: Y.}}",
            "takes: y: unknown type \"bigin\"; did you mean \"bigint\"?"),
        arguments(
            "takes: {y: {in: qurey, says: Y.}}",
            "takes: y: unknown place \"qurey\"; did you mean \"query\"?"),
        arguments(
            "takes: {y: {in: query, secret: true, says: Y.}}",
            "takes: y: a secret has no place in the query, where a URL would show it"),
        arguments(
            "takes: {target: {in: query}}",
            "takes: target: a secret has no place in the query, where a URL would show it"),
        arguments("takes: {y: {in: header, says: Y.}}", "takes: y: needs \"to\""),
        arguments(
            "takes: {y: {to: a..b, says: Y.}}", "takes: y: \"a..b\" has a step without a name"),
        arguments(
            "takes: {y: {matches: '[', says: Y.}}",
            "takes: y: is no pattern: Unclosed character class"),
        arguments(
            "takes: {y: {type: bigint, matches: a, says: Y.}}",
            "takes: y: \"matches\" has no place here: only a varchar has characters"),
        arguments(
            "takes: {y: {type: bigint, longest: 3, says: Y.}}",
            "takes: y: \"longest\" has no place here: only a varchar has characters"),
        arguments(
            "takes: {y: {longest: 0, says: Y.}}", "takes: y: must be a positive number, not \"0\""),
        arguments(
            "takes: {y: {least: 3, says: Y.}}",
            "takes: y: \"least\" has no place here: only a number has a size"),
        arguments(
            "takes: {y: {type: boolean, most: 3, says: Y.}}",
            "takes: y: \"most\" has no place here: only a number has a size"),
        arguments(
            "takes: {y: {type: bigint, most: few, says: Y.}}",
            "takes: y: must be a number, not \"few\""),
        arguments(
            "takes: {y: {type: boolean, one of: [A], says: Y.}}",
            "takes: y: \"one of\" has no place here: only a varchar, an integer or a bigint has"
                + " documented values"),
        arguments(
            "takes: {y: {called: [Zone], says: Y.}}", "\"Zone\" is the name of another argument"),
        arguments("columns: [lables]", "\"lables\" is no column; did you mean \"labels\"?"),
        arguments("columns: [zone]", "\"zone\" is here twice"),
        arguments(
            "columns: [project]", "\"project\" is no field of a body; say where it goes \"to\""),
        arguments(
            "takes: {labels: {required: true}}, columns: [labels]", "\"labels\" is here twice"),
        arguments(
            "kind: insert, takes: {nam: The name.}",
            "\"nam\" is no column, as what INSERT and UPDATE give is; write one with \"input: true\""),
        arguments(
            "kind: update, takes: {name: {type: bigint, says: The number.}}",
            "\"name\" has another type than the column"));
  }

  @ParameterizedTest
  @MethodSource
  void refusesInBodies(String words, String message) {
    assertRefused("x: {post: a, says: X., answers: nothing, " + words + "}", "write x: " + message);
  }

  static Stream<Arguments> refusesInBodies() {
    return Stream.of(
        arguments("body: emty", "unknown body \"emty\"; did you mean \"empty\"?"),
        arguments("body: fields", "has nothing to hold; write \"empty\" or \"none\""),
        arguments("body: json patch", "has nothing to hold; write \"empty\" or \"none\""),
        arguments(
            "columns: [name], body: none",
            "has no place for what it takes; write \"fields\" or \"json patch\""),
        arguments(
            "columns: [name], body: empty",
            "has no place for what it takes; write \"fields\" or \"json patch\""),
        arguments(
            "columns: [name], body: {mast: given}",
            "body: unknown word \"mast\"; did you mean \"mask\"?"),
        arguments(
            "columns: [name], body: {as texts: yes}", "body: must be true or false, not \"yes\""),
        arguments(
            "columns: [name], body: {form: json patch, mask: given}",
            "body: \"mask\" has no place here: only fields are masked"),
        arguments(
            "columns: [target], body: {mask: given}",
            "\"target\" stands too deep to be named there"),
        arguments(
            "columns: [target], body: json patch", "\"target\" stands too deep to be named there"));
  }

  @ParameterizedTest
  @MethodSource
  void refusesInAnswers(String answers, String message) {
    assertRefused("x: {post: a, says: X., answers: " + answers + "}", "write x: " + message);
  }

  static Stream<Arguments> refusesInAnswers() {
    return Stream.of(
        arguments("a.b.c", "must be a table, or a service and its table: folders.folders"),
        arguments(
            "{tabel: operations}", "answers: unknown word \"tabel\"; did you mean \"table\"?"),
        arguments("{table: operations}", "answers: needs \"from\""),
        arguments("{from: {name: id}}", "answers: needs \"table\""),
        arguments(
            "{table: operations, from: {name: a..b}}",
            "answers: \"a..b\" has a step without a name"),
        arguments(
            "operation",
            "it answers \"operation\", which is no table of this service; did you mean"
                + " \"operations\"?"),
        arguments(
            "{table: operations, from: {nam: id}}",
            "it answers \"nam\", which is no column of \"operations\"; did you mean \"name\"?"),
        arguments(
            "{table: disks, from: {requestId: id}}",
            "it answers \"requestId\", which is no column of \"disks\""));
  }

  @ParameterizedTest
  @MethodSource
  void refusesInSettlings(String settles, String message) {
    EditedFile.of("compute.yaml", SETTLES, settles)
        .assertRefused(AcmeFiles::service, "table operations: settles: " + message);
  }

  static Stream<Arguments> refusesInSettlings() {
    String error = ", error: {code: errors.code, text: errors.text}";
    return Stream.of(
        arguments("{doen: {status: [DONE]}}", "unknown word \"doen\"; did you mean \"done\"?"),
        arguments("{error: {code: errors.code, text: errors.text}}", "needs \"done\""),
        arguments("{done: {status: [DONE]}}", "needs \"error\""),
        arguments("{done: {status: [DONE]}, error: {code: target}}", "error: needs \"text\""),
        arguments(
            "{done: {status: [DONE]}, error: {cod: target}}",
            "error: unknown word \"cod\"; did you mean \"code\"?"),
        arguments(
            "{done: {stauts: [DONE]}" + error + "}",
            "\"stauts\" is no column; did you mean \"status\"?"),
        arguments(
            "{done: {status: [DOEN]}" + error + "}",
            "\"DOEN\" is no value of \"status\"; did you mean \"DONE\"?"),
        arguments("{done: {over: ['yes']}" + error + "}", "\"yes\" is no value of \"over\""),
        arguments(
            "{done: {status: [DONE]}, failed: {status: [FAILED]}" + error + "}",
            "\"FAILED\" is no value of \"status\""),
        arguments(
            "{done: {status: [DONE]}, error: {code: error.code, text: target}}",
            "error: \"error\" is no column; did you mean \"errors\"?"),
        arguments(
            "{done: {status: [DONE]}, error: {code: errors.cod, text: target}}",
            "error: \"cod\" is no field that comes there; did you mean \"code\"?"),
        arguments(
            "{done: {status: [DONE]}, error: {code: status.code, text: target}}",
            "error: \"code\" is no field that comes there"),
        arguments(
            "{done: {status: [DONE]}, poll: wiat" + error + "}",
            "\"wiat\" is no get and no safe write of the table; did you mean \"wait\"?"),
        arguments(
            "{done: {status: [DONE]}, target: traget" + error + "}",
            "\"traget\" is no column; did you mean \"target\"?"));
  }

  @ParameterizedTest
  @MethodSource
  void refusesWhatCannotBePolled(String before, String after, String message) {
    EditedFile.of("compute.yaml", before, after).assertRefused(AcmeFiles::service, message);
  }

  static Stream<Arguments> refusesWhatCannotBePolled() {
    return Stream.of(
        arguments(
            "    defaults: {zone: acme.location}\n",
            """
                defaults: {zone: acme.location}
                <!>settles: {done: {status: [READY]}, poll: set_labels, error: {code: id, text: id}}
            """,
            "table disks: settles: \"set_labels\" is no get and no safe write of the table"),
        arguments(
            "    says: One zone of a project.\n",
            """
                says: One zone of a project.
                <!>settles: {done: {zone: [gone]}, error: {code: zone, text: zone}}
            """,
            "table zones: settles: \"get\" is no get and no safe write of the table"));
  }
}
