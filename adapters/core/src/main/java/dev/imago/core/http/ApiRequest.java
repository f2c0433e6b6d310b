package dev.imago.core.http;

import dev.imago.core.description.ApiMethod;
import dev.imago.core.description.HttpVerb;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.TableDescription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * One call: one page of a read, or a write.
 *
 * @param parameters what the call is bound to: the values of its parameters, by column
 * @param base where the service is, without the resource path
 * @param url whole, without a credential
 * @param headers what the call says beside its URL, without a credential
 * @param page the page's number, from 1
 * @param answered the outermost fields that a good answer may have, as far as the description knows
 *     them: at least one that holds something, unless it has no row
 * @param content the body; empty when there is none
 * @param mutation what is known about a call that changes something; empty for one that does not,
 *     whatever its verb
 */
public record ApiRequest(
    TableDescription table,
    ApiMethod method,
    Endpoint endpoint,
    Map<String, String> parameters,
    HttpUrl base,
    HttpUrl url,
    Headers headers,
    int page,
    Set<String> answered,
    Optional<Content> content,
    Optional<Mutation> mutation) {
  public ApiRequest {
    parameters = Map.copyOf(parameters);
    answered = Set.copyOf(answered);
  }

  /** One page of a read. */
  public static ApiRequest page(
      TableDescription table,
      ReadMethod method,
      Endpoint endpoint,
      Map<String, String> parameters,
      HttpUrl base,
      HttpUrl url,
      Headers headers,
      int page) {
    return new ApiRequest(
        table,
        method,
        endpoint,
        parameters,
        base,
        url,
        headers,
        page,
        method.answered(table),
        Optional.empty(),
        Optional.empty());
  }

  /** The verb that it is sent with. */
  public HttpVerb verb() {
    return method.verb();
  }

  /** Whether to send it twice does no more than to send it once. */
  public boolean mayBeRepeated() {
    return mutation.isEmpty() || mutation.get().repeatKey().isPresent();
  }

  /**
   * The decoded path below the service's URL, without what is done there: {@code
   * projects/p/global/images/i}, where {@code /deprecate} may follow.
   */
  public String resource() {
    int before = base.encodedPath().equals("/") ? 0 : base.pathSize();
    List<String> segments = url.pathSegments();
    String path = String.join("/", segments.subList(before, segments.size()));
    String template = method.call().path().toString();
    int lastVariable = template.lastIndexOf('}');
    String verb = lastVariable < 0 ? "" : template.substring(lastVariable + 1);
    return path.endsWith(verb) ? path.substring(0, path.length() - verb.length()) : path;
  }

  /** The URL as it may be shown. */
  public String shownUrl() {
    return RedactedUrl.of(url.toString());
  }

  /** What the call does, as a message begins with it. */
  String shown() {
    return table.qualifiedName()
        + ": "
        + verb()
        + " "
        + shownUrl()
        + (page > 1 ? " (page " + page + ")" : "");
  }

  /** What nothing that is said about the request may show. */
  public SentSecrets secrets() {
    return content.map(Content::secrets).orElse(SentSecrets.NONE);
  }
}
