package dev.imago.core.credential;

import dev.imago.core.description.PathTemplate;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.ServiceUrl;
import dev.imago.core.property.ConnectionProperty;
import dev.imago.core.property.Settings;
import java.util.Locale;
import java.util.Map;

/**
 * The properties of one provider that make its credential.
 *
 * @param provider the provider's name
 * @param settings every property
 */
public record CredentialSettings(String provider, Settings settings) {

  /** The kind of credential: one of those that provider.yaml lists. */
  public String kind() {
    return settings.text(provider, ConnectionProperty.AUTH);
  }

  /** A value; empty when it is not set. */
  public String text(ConnectionProperty property) {
    return settings.text(provider, property);
  }

  /**
   * A value that the kind of credential cannot do without.
   *
   * @param what what it is, for the message: {@code an IAM token}
   * @throws ImagoException {@link ErrorCode#UNAUTHENTICATED} when it is not set, with its name
   */
  public String need(ConnectionProperty property, String what) {
    String text = text(property);
    if (text.isEmpty()) {
      throw new ImagoException(
          ErrorCode.UNAUTHENTICATED,
          String.format(
              Locale.ROOT,
              "%1$s.auth=%2$s needs the property %1$s.%3$s, %4$s",
              provider,
              kind(),
              property.key(),
              what));
    }
    return text;
  }

  /**
   * The address that tokens are fetched from.
   *
   * @param ordinary what it is unless {@code <provider>.auth.url} says otherwise; may have
   *     variables, such as the region
   * @throws ImagoException {@link ErrorCode#INVALID_VALUE} when the property holds no address
   */
  public ServiceUrl authUrl(String ordinary) {
    String text = text(ConnectionProperty.AUTH_URL);
    String property = provider + "." + ConnectionProperty.AUTH_URL.key();
    try {
      return new ServiceUrl(
          PathTemplate.parse(text.isEmpty() ? ordinary : text), Map.of(), property);
    } catch (IllegalArgumentException e) {
      throw new ImagoException(ErrorCode.INVALID_VALUE, property + ": " + e.getMessage(), e);
    }
  }
}
