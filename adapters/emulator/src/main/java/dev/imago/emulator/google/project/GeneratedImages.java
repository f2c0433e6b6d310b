package dev.imago.emulator.google.project;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.google.list.GoogleOrder;
import dev.imago.emulator.list.Order;
import dev.imago.emulator.list.Position;
import dev.imago.emulator.list.ResourceTable;
import dev.imago.emulator.list.Row;
import dev.imago.emulator.list.Rows;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Any number of images that are computed when they are read, never held. Image {@code n} always
 * looks the same. Later ones are newer and some lack fields, so that no page stands for the next.
 */
final class GeneratedImages implements ResourceTable {
  private static final String NAME = "image-";
  private static final Instant FIRST = Instant.parse("2016-01-01T00:00:00Z");
  private static final long SECONDS_BETWEEN = 300;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT)
          .withZone(ZoneOffset.ofHours(-8));

  /** Ids reach beyond 2^63, as real ones do. */
  private static final BigInteger FIRST_ID = new BigInteger("9223372036854700000");

  private final String project;
  private final String collection;
  private final int count;

  GeneratedImages(String project, int count) {
    this.project = project;
    this.collection = "projects/" + project + "/global/images";
    this.count = count;
  }

  @Override
  public Optional<ObjectNode> find(String path) {
    int index = index(path);
    boolean exists = index >= 0 && index < count && path.equals(collection + "/" + name(index));
    return exists ? Optional.of(image(index)) : Optional.empty();
  }

  @Override
  public Rows in(String wanted) {
    return wanted.equals(collection)
        ? this::rows
        : (position, order) -> Collections.emptyIterator();
  }

  @Override
  public Rows everywhere() {
    return this::rows;
  }

  private Iterator<Row> rows(Position position, Order order) {
    int last = position.isStart() ? -1 : index(position.path());
    int newest = last < 0 ? count - 1 : last - 1;
    IntStream indexes =
        order == GoogleOrder.NEWEST_FIRST
            ? IntStream.rangeClosed(0, newest).map(i -> newest - i)
            : IntStream.range(last + 1, count);
    return indexes.mapToObj(i -> new Row(collection + "/" + name(i), image(i))).iterator();
  }

  /** Seven digits keep the order by name the order by number. */
  private static String name(int index) {
    String digits = Integer.toString(index);
    return NAME + "0".repeat(Math.max(0, 7 - digits.length())) + digits;
  }

  private static int index(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    String digits = name.startsWith(NAME) ? name.substring(NAME.length()) : "";
    return digits.matches("[0-9]{7,9}") ? Integer.parseInt(digits) : -1;
  }

  private ObjectNode image(int i) {
    ObjectNode image = JsonNodeFactory.instance.objectNode();
    image.put("kind", "compute#image");
    image.put("id", FIRST_ID.add(BigInteger.valueOf(i)).toString());
    image.put("creationTimestamp", TIME.format(FIRST.plusSeconds(i * SECONDS_BETWEEN)));
    image.put("name", name(i));
    if (i % 3 != 1) {
      image.put("description", "Generated image number " + i);
    }
    image.put("family", "family-" + i % 50);
    image.put("sourceType", "RAW");
    image.putObject("rawDisk").put("source", "").put("containerType", "TAR");
    image.put("status", i % 97 == 96 ? "FAILED" : i % 89 == 88 ? "PENDING" : "READY");
    image.put("archiveSizeBytes", Long.toString(300_000_000L + i * 4096L));
    image.put("diskSizeGb", Integer.toString(10 + i % 90));
    if (i % 4 == 3) {
      deprecate(image, i);
    }
    image.putArray("licenses").add(global("licenses/debian-1" + i % 3));
    image.putArray("licenseCodes").add("100020" + i % 10);
    if (i % 5 != 4) {
      ObjectNode labels = image.putObject("labels");
      labels.put("env", i % 2 == 0 ? "prod" : "dev").put("owner", "team-" + i % 7);
    }
    image.put("labelFingerprint", "42WmSpB8rSM=");
    image.putArray("guestOsFeatures").addObject().put("type", "UEFI_COMPATIBLE");
    if (i % 6 != 5) {
      image.put("architecture", i % 8 == 7 ? "ARM64" : "X86_64");
    }
    image.putArray("storageLocations").add(i % 2 == 0 ? "us" : "eu");
    image.put("selfLink", global("images/" + name(i)));
    return image;
  }

  private void deprecate(ObjectNode image, int i) {
    ObjectNode deprecated = image.putObject("deprecated");
    deprecated.put("state", i % 8 == 7 ? "OBSOLETE" : "DEPRECATED");
    deprecated.put("replacement", global("images/" + name(Math.min(i + 1, count - 1))));
    deprecated.put("deprecated", TIME.format(FIRST.plusSeconds((i + 1) * SECONDS_BETWEEN)));
  }

  private String global(String resource) {
    return "https://www.googleapis.com/compute/beta/projects/" + project + "/global/" + resource;
  }
}
