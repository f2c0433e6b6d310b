package dev.imago.core.http;

import dev.imago.core.description.PathTemplate;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Where a service is: everything before the resource path. It may have variables, such as the
 * region, whose values a call knows.
 */
public final class ServiceUrl {
  /** A value becomes a part of the host or one segment, and leads nowhere else. */
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?");

  private final PathTemplate template;
  private final Map<String, String> hosts;
  private final String property;

  /**
   * An address.
   *
   * @param template without a slash at its end
   * @param hosts other addresses where the template's only variable has a certain value, by that
   *     value
   * @param property the property that sets the address, for messages: {@code google.compute.url}
   */
  public ServiceUrl(PathTemplate template, Map<String, String> hosts, String property) {
    this.template = template;
    this.hosts = Map.copyOf(hosts);
    this.property = property;
  }

  /**
   * The address of a call.
   *
   * @param values the value of each variable
   * @throws ImagoException {@link ErrorCode#INVALID_VALUE} for a value that no address can hold, or
   *     a property that is none
   */
  public HttpUrl resolve(UnaryOperator<String> values) {
    String text = fill(variable -> checked(variable, values.apply(variable)));
    HttpUrl url = HttpUrl.parse(text);
    if (url == null) {
      throw new ImagoException(
          ErrorCode.INVALID_VALUE, property + " is no address such as https://host/path: " + text);
    }
    return url;
  }

  /** The address with every variable replaced by a text that is taken as it is. */
  public String fill(UnaryOperator<String> texts) {
    List<String> variables = template.variables();
    String other = variables.size() == 1 ? hosts.get(texts.apply(variables.get(0))) : null;
    return other == null ? template.fill(texts) : other;
  }

  private static String checked(String variable, String value) {
    if (!VALUE.matcher(value).matches()) {
      throw new ImagoException(
          ErrorCode.INVALID_VALUE, "\"" + value + "\" is no value for " + variable);
    }
    return value;
  }
}
