package dev.imago.jdbc.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.imago.core.property.PropertyCatalog;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class GivenPropertiesTest {
  private final PropertyCatalog catalog = new PropertyCatalog(List.of());

  @Test
  void separatesWhatIsKnownFromWhatToolsAdd() {
    Properties properties = new Properties(defaults("timeout", "5s"));
    properties.setProperty("MaxCalls", "7");
    properties.setProperty("ApplicationName", "a tool");
    properties.put("readOnly", true);
    properties.put("listener", new Object());

    GivenProperties given = GivenProperties.of(properties);

    assertThat(given.known(catalog))
        .containsOnly(entry("MaxCalls", "7"), entry("timeout", "5s"), entry("readOnly", "true"));
    assertThat(given.unknown(catalog)).containsExactly("ApplicationName");
  }

  @Test
  void ignoresAnEmptyLogin() {
    Properties properties = defaults("user", "");
    properties.setProperty("password", "");

    assertThat(GivenProperties.of(properties).values()).isEmpty();
  }

  @Test
  void keepsALogin() {
    assertThat(GivenProperties.of(defaults("user", "ada")).known(catalog))
        .containsOnly(entry("user", "ada"));
  }

  private static Properties defaults(String name, String value) {
    Properties properties = new Properties();
    properties.setProperty(name, value);
    return properties;
  }
}
