package dev.imago.core.description.yaml;

import dev.imago.core.description.yaml.DescriptionLoader.ServiceFiles;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A service's file, together with the file that it extends. A service that two clouds offer with
 * small differences is described once: the second file says only what differs.
 *
 * @param root the file
 * @param bases the files that it extends, the nearest first
 */
record ServiceFile(YamlNode root, List<YamlNode> bases) {
  private static final String EXTENDS = "extends";
  private static final int MOST_BASES = 8;

  /** Reads the file and those that it extends. */
  static ServiceFile read(String provider, String service, ServiceFiles files) throws IOException {
    YamlNode root = open(provider, service, files);
    List<YamlNode> bases = new ArrayList<>();
    YamlNode extended = root.entries().get(EXTENDS);
    while (extended != null) {
      if (bases.size() == MOST_BASES) {
        throw extended.error("the services extend one another without end");
      }
      YamlNode base = base(extended, files);
      bases.add(base);
      extended = base.entries().get(EXTENDS);
    }
    return new ServiceFile(root, bases);
  }

  private static YamlNode base(YamlNode extended, ServiceFiles files) {
    String[] name = extended.text().split("\\.", -1);
    if (name.length != 2) {
      throw extended.error("must be a provider and its service: acme.compute");
    }
    try {
      return open(name[0], name[1], files);
    } catch (IOException e) {
      throw extended.error("\"" + extended.text() + "\" cannot be read: " + e.getMessage());
    }
  }

  private static YamlNode open(String provider, String service, ServiceFiles files)
      throws IOException {
    try (InputStream content = files.open(provider, service)) {
      return YamlNode.read(provider + "/" + DescriptionLoader.serviceFile(service), content);
    }
  }

  /** One file that says all: what stands nearer to the root counts. */
  YamlNode merged() {
    YamlNode merged = null;
    for (int i = bases.size() - 1; i >= 0; i--) {
      merged = merged == null ? bases.get(i) : bases.get(i).over(merged);
    }
    return merged == null ? root : root.over(merged);
  }
}
