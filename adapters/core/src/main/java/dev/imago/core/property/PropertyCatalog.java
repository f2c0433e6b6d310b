package dev.imago.core.property;

import dev.imago.core.description.ProviderDescription;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every concrete property: {@link ConnectionProperty} expanded by the providers. */
public final class PropertyCatalog {

  public PropertyCatalog(List<ProviderDescription> providers) {}

  /** Every property, by name. */
  public List<Property> properties() {
    throw new UnsupportedOperationException();
  }

  /** The property of that name, whatever its letter case. */
  public Optional<Property> find(String name) {
    throw new UnsupportedOperationException();
  }

  /** The known name that is most like a mistyped one. */
  public String nearest(String name) {
    throw new UnsupportedOperationException();
  }

  /**
   * Resolves layers of values: for each property the strongest source that gives it counts.
   *
   * @param layers values by property name, by where they come from
   * @throws dev.imago.core.error.ImagoException {@link
   *     dev.imago.core.error.ErrorCode#UNKNOWN_PROPERTY} for an unknown name, with the nearest one;
   *     {@link dev.imago.core.error.ErrorCode#INVALID_VALUE} for a value that the property cannot
   *     have
   */
  public Settings resolve(Map<PropertySource, Map<String, String>> layers) {
    throw new UnsupportedOperationException();
  }
}
