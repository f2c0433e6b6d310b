package dev.imago.emulator.ims;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.list.Order;
import dev.imago.emulator.list.Position;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.method.Parameter;
import java.util.Comparator;
import java.util.List;

/**
 * The orders of images: by one attribute, and by id where that is equal.
 *
 * @param attribute the attribute
 * @param descending whether the greatest comes first
 */
record ImageOrder(String attribute, boolean descending) implements Order {
  static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.oneOf(
              "sort_key",
              "name",
              "container_format",
              "disk_format",
              "status",
              "id",
              "size",
              "created_at"),
          Parameter.oneOf("sort_dir", "asc", "desc"));

  /** The order that a call asks for: the newest first when it names none. */
  static ImageOrder of(Call call) {
    return new ImageOrder(
        call.parameter("sort_key").orElse("created_at"),
        call.parameter("sort_dir").orElse("desc").equals("desc"));
  }

  @Override
  public String key(ObjectNode image) {
    return image.path(attribute).asText("");
  }

  @Override
  public Comparator<Position> comparator() {
    Comparator<Position> byKey =
        attribute.equals("size")
            ? Comparator.comparingLong(ImageOrder::size)
            : Comparator.comparing(Position::key);
    Comparator<Position> ascending = byKey.thenComparing(Position::path);
    return descending ? ascending.reversed() : ascending;
  }

  /** Images whose size is not known come before all others. */
  private static long size(Position position) {
    return position.key().isEmpty() || position.key().equals("null")
        ? -1
        : Long.parseLong(position.key());
  }
}
