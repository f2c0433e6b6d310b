package dev.imago.core.description.yaml;

import dev.imago.core.description.ProviderDescription;
import dev.imago.core.description.ServiceDescription;
import dev.imago.core.description.ViewDescription;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads description files. Everything that can be checked without a call is checked; an error names
 * the file, the line and what to do: {@code google/compute.yaml:42: table images: unknown word
 * "pathh"; did you mean "path"?}
 */
public final class DescriptionLoader {
  /** The name of a provider's own file. */
  public static final String PROVIDER_FILE = "provider.yaml";

  /** The name of a service's file. */
  public static String serviceFile(String service) {
    return service + ".yaml";
  }

  /**
   * Reads a {@code provider.yaml}.
   *
   * @param name the name that the file must have
   * @throws dev.imago.core.error.ImagoException {@link
   *     dev.imago.core.error.ErrorCode#INVALID_DESCRIPTION} when the file is not valid
   */
  public ProviderDescription provider(String name, InputStream content) {
    return ProviderParser.provider(name, YamlNode.read(name + "/" + PROVIDER_FILE, content));
  }

  /**
   * Reads a file of views.
   *
   * @param file its name in errors
   * @throws dev.imago.core.error.ImagoException {@link
   *     dev.imago.core.error.ErrorCode#INVALID_DESCRIPTION} when the file is not valid
   */
  public List<ViewDescription> views(String file, InputStream content) {
    return ViewParser.views(YamlNode.read(file, content));
  }

  /** Opens the file of any provider's service, which another may extend. */
  @FunctionalInterface
  public interface ServiceFiles {
    /**
     * Opens it.
     *
     * @throws IOException when there is no such provider or file
     */
    InputStream open(String provider, String service) throws IOException;
  }

  /**
   * Reads a {@code <service>.yaml}, and those that it extends.
   *
   * @param service the name that the file must have, without the provider's
   * @param isErrorShape whether the provider has an error shape of that name
   * @throws IOException when the file cannot be read
   * @throws dev.imago.core.error.ImagoException {@link
   *     dev.imago.core.error.ErrorCode#INVALID_DESCRIPTION} when a file is not valid
   */
  public ServiceDescription service(
      ProviderDescription provider,
      String service,
      Predicate<String> isErrorShape,
      ServiceFiles files)
      throws IOException {
    ServiceFile file = ServiceFile.read(provider.name(), service, files);
    return new ServiceParser(provider, service, isErrorShape).service(file.merged());
  }
}
