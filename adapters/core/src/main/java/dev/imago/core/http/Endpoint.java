package dev.imago.core.http;

import dev.imago.core.description.ErrorMapping;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a service is, and how to talk to it.
 *
 * @param url everything before the resource path
 * @param urlProperty the property that sets it, for messages: {@code google.compute.url}
 * @param authenticator the provider's credential; asked for when the first call is sent, because it
 *     may have to read a file
 * @param errorShape how its failed answers read
 * @param errors what its own codes mean
 * @param accountProperty the property whose values have a quota of calls each: {@code
 *     google.project}; empty when all calls of the provider share one
 */
public record Endpoint(
    ServiceUrl url,
    String urlProperty,
    Supplier<Authenticator> authenticator,
    ErrorShape errorShape,
    ErrorMapping errors,
    Optional<String> accountProperty) {}
