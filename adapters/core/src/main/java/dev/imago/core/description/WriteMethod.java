package dev.imago.core.description;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One way to change things, or to have something done: a call that takes arguments. EXEC can run
 * any of them; INSERT, UPDATE and DELETE run those of their kind.
 *
 * @param name insert, patch, delete, cancel...
 * @param says what it does, one sentence in our own words
 * @param call what is sent, before the arguments that need not be given
 * @param arguments in the order in which they are given by place: the variables of the call, then
 *     those that are required, then the others
 * @param exactlyOne groups of arguments of which one must be given, and only one
 * @param atMostOne groups of arguments of which only one may be given
 * @param atLeastOne groups of arguments of which one must be given, and several may
 * @param needs the arguments that must be given with another one, by its name
 * @param repeatKey the argument that makes a repetition safe: the API does the same request once. A
 *     fresh UUID stands in when it is not given
 * @param readFirst arguments that are read from the row just before, when they are not given: the
 *     fingerprint of what is changed
 * @param lookBy the columns to look by for what became of the write; empty for the key
 * @param safe whether it changes nothing, whatever its verb
 */
public record WriteMethod(
    String name,
    Kind kind,
    String says,
    HttpVerb verb,
    CallTemplate call,
    List<WriteArgument> arguments,
    WriteBody body,
    List<Set<String>> exactlyOne,
    List<Set<String>> atMostOne,
    List<Set<String>> atLeastOne,
    Map<String, Set<String>> needs,
    Optional<String> repeatKey,
    Set<String> readFirst,
    Set<String> lookBy,
    WriteAnswer answer,
    boolean safe,
    List<String> permissions)
    implements ApiMethod {
  public WriteMethod {
    arguments = List.copyOf(arguments);
    exactlyOne = List.copyOf(exactlyOne);
    atMostOne = List.copyOf(atMostOne);
    atLeastOne = List.copyOf(atLeastOne);
    needs = Map.copyOf(needs);
    readFirst = Set.copyOf(readFirst);
    lookBy = Collections.unmodifiableSet(new LinkedHashSet<>(lookBy));
    permissions = List.copyOf(permissions);
  }

  /** The statement that a write serves besides EXEC. */
  public enum Kind {
    INSERT,
    UPDATE,
    DELETE,
    /** None. */
    ACTION
  }

  /** A request that only adds cannot find that what it names is absent. */
  @Override
  public boolean isAboutOneResource() {
    return kind != Kind.INSERT;
  }

  /** The argument that is called so, by its name or another that EXEC accepts. */
  public Optional<WriteArgument> argument(String given) {
    return arguments.stream().filter(argument -> argument.isCalled(given)).findFirst();
  }

  /** Whether SET may hold the column: its value goes into the body and is not read first. */
  public boolean sets(String column) {
    return arguments.stream()
        .anyMatch(
            argument ->
                argument.isInBody()
                    && argument.name().equals(column)
                    && !readFirst.contains(column));
  }
}
