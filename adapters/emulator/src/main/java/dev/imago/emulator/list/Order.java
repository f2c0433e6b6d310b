package dev.imago.emulator.list;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;

/** An order that an API's lists know. It is total: rows with equal keys are ordered by path. */
public interface Order {
  /** What a page token keeps of a resource, besides its path, to find its place again. */
  String key(ObjectNode resource);

  /** Compares rows by their positions. */
  Comparator<Position> comparator();
}
