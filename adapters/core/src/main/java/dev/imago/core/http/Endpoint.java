package dev.imago.core.http;

import dev.imago.core.description.ErrorMapping;
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
 */
public record Endpoint(
    ServiceUrl url,
    String urlProperty,
    Supplier<Authenticator> authenticator,
    ErrorShape errorShape,
    ErrorMapping errors) {}
