package dev.imago.core.write;

import dev.imago.core.description.WriteArgument;
import dev.imago.core.description.WriteMethod;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold for the values of a write before it is sent, as its description says. */
final class Requirements {
  private final WriteRequest request;

  Requirements(WriteRequest request) {
    this.request = request;
  }

  /**
   * Checks the values.
   *
   * @throws ImagoException {@link ErrorCode#PARAMETER_NOT_BOUND} for one that is missing, {@link
   *     ErrorCode#INVALID_VALUE} for one that breaks a rule; the text names both
   */
  void check() {
    WriteMethod method = request.method();
    for (WriteArgument argument : method.arguments()) {
      if (argument.required() && request.value(argument).isEmpty()) {
        throw new ImagoException(
            ErrorCode.PARAMETER_NOT_BOUND,
            request.subject() + " needs a value for " + argument.name());
      }
      request.value(argument).ifPresent(value -> check(argument, value));
    }
    method.exactlyOne().forEach(this::checkExactlyOne);
    method.atLeastOne().forEach(this::checkAtLeastOne);
    method.atMostOne().forEach(this::checkAtMostOne);
    method.needs().forEach(this::checkNeeded);
  }

  private void check(WriteArgument argument, Object value) {
    argument
        .check()
        .broken(value)
        .ifPresent(
            rule -> {
              throw invalid(
                  argument.name()
                      + " "
                      + rule
                      + (argument.secret() ? "" : ", unlike " + shown(value)));
            });
  }

  private static String shown(Object value) {
    return value instanceof String text ? "'" + text + "'" : value.toString();
  }

  private void checkExactlyOne(Set<String> group) {
    checkAtLeastOne(group);
    checkAtMostOne(group);
  }

  private void checkAtLeastOne(Set<String> group) {
    if (given(group).isEmpty()) {
      throw invalid("one of " + String.join(", ", group) + " must be given");
    }
  }

  private void checkAtMostOne(Set<String> group) {
    List<String> given = given(group);
    if (given.size() > 1) {
      throw invalid(
          "only one of "
              + String.join(", ", group)
              + " may be given, and these are: "
              + String.join(", ", given));
    }
  }

  private void checkNeeded(String argument, Set<String> needed) {
    if (given(Set.of(argument)).isEmpty()) {
      return;
    }
    for (String name : needed) {
      if (given(Set.of(name)).isEmpty()) {
        throw invalid(argument + " needs " + name + " too");
      }
    }
  }

  private List<String> given(Set<String> group) {
    Map<String, ?> arguments = request.arguments();
    List<String> given = new ArrayList<>();
    for (String name : group) {
      if (arguments.get(name) != null) {
        given.add(name);
      }
    }
    return given;
  }

  private ImagoException invalid(String rule) {
    return new ImagoException(ErrorCode.INVALID_VALUE, request.subject() + ": " + rule);
  }
}
