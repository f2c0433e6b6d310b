package dev.imago.emulator.list;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The resources of one kind in one project. Safe for any number of threads. */
public interface ResourceTable {
  /** The resource of this path, or empty. */
  Optional<ObjectNode> find(String path);

  /** Those directly in a collection, such as {@code projects/p/global/images}. */
  Rows in(String collection);

  /** Those of every scope. */
  Rows everywhere();
}
