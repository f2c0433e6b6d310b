package dev.imago.core.http;

import dev.imago.core.pace.Account;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds out whose quota a call counts for: by the parameter that holds an account. */
final class CallAccount {
  private CallAccount() {}

  /** The account: a project or a folder; the provider as a whole when the call names none. */
  static Account of(ApiRequest request) {
    return new Account(request.table().provider(), name(request).orElse(""));
  }

  /** The project or folder that the call names. */
  static Optional<String> name(ApiRequest request) {
    Map<String, String> defaults = request.table().defaults();
    return request.endpoint().accountProperty().stream()
        .flatMap(
            property ->
                new TreeMap<>(request.parameters())
                    .entrySet().stream()
                        .filter(bound -> property.equals(defaults.get(bound.getKey())))
                        .map(Map.Entry::getValue))
        .findFirst();
  }
}
