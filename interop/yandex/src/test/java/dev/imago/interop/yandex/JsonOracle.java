package dev.imago.interop.yandex;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.Empty;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import com.google.rpc.RequestInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import yandex.cloud.api.compute.v1.DiskServiceOuterClass.CreateDiskMetadata;
import yandex.cloud.api.compute.v1.ImageOuterClass.Image;
import yandex.cloud.api.compute.v1.ImageServiceOuterClass.CreateImageMetadata;
import yandex.cloud.api.compute.v1.ImageServiceOuterClass.DeleteImageMetadata;
import yandex.cloud.api.compute.v1.ImageServiceOuterClass.UpdateImageMetadata;

/** Reads JSON into a generated message and writes it back: proto3 JSON comes back as it was. */
final class JsonOracle {
  /** What stands in the {@code google.protobuf.Any} of operations and errors. */
  private static final JsonFormat.TypeRegistry IN_ANY =
      JsonFormat.TypeRegistry.newBuilder()
          .add(
              List.of(
                  Image.getDescriptor(),
                  CreateImageMetadata.getDescriptor(),
                  UpdateImageMetadata.getDescriptor(),
                  DeleteImageMetadata.getDescriptor(),
                  CreateDiskMetadata.getDescriptor(),
                  Empty.getDescriptor(),
                  RequestInfo.getDescriptor()))
          .build();

  private static final JsonFormat.Parser PARSER =
      JsonFormat.parser().usingTypeRegistry(IN_ANY).ignoringUnknownFields();
  private static final JsonFormat.Printer PRINTER = JsonFormat.printer().usingTypeRegistry(IN_ANY);

  /** An image's size is younger than the messages. */
  private static final String UNKNOWN = "size";

  private final Set<String> unknown = new TreeSet<>();

  /** The paths of the fields that the messages do not know: {@code images[].size}. */
  Set<String> unknown() {
    return unknown;
  }

  /**
   * Reads JSON.
   *
   * @throws AssertionError when it is not what the message is written as, the size of images
   *     excepted
   */
  <M extends Message> M read(String json, M prototype) throws InvalidProtocolBufferException {
    Message.Builder builder = prototype.newBuilderForType();
    PARSER.merge(json, builder);
    List<String> differences = new ArrayList<>();
    compare(
        "",
        JsonParser.parseString(json),
        JsonParser.parseString(PRINTER.print(builder)),
        differences);
    assertThat(differences).as(json).allMatch(path -> path.matches("(.*\\.)?" + UNKNOWN));
    unknown.addAll(differences);
    @SuppressWarnings("unchecked")
    M message = (M) builder.build();
    return message;
  }

  private static void compare(
      String path, JsonElement sent, JsonElement printed, List<String> differences) {
    if (sent.isJsonObject() && printed.isJsonObject()) {
      compareObjects(path, sent.getAsJsonObject(), printed.getAsJsonObject(), differences);
    } else if (sent.isJsonArray()
        && printed.isJsonArray()
        && sent.getAsJsonArray().size() == printed.getAsJsonArray().size()) {
      for (int i = 0; i < sent.getAsJsonArray().size(); i++) {
        compare(
            path + "[]",
            sent.getAsJsonArray().get(i),
            printed.getAsJsonArray().get(i),
            differences);
      }
    } else if (!sent.equals(printed)) {
      differences.add(path + ": sent " + sent + ", printed " + printed);
    }
  }

  private static void compareObjects(
      String path, JsonObject sent, JsonObject printed, List<String> differences) {
    Set<String> names = new TreeSet<>(sent.keySet());
    names.addAll(printed.keySet());
    for (String name : names) {
      String inner = path.isEmpty() ? name : path + "." + name;
      if (sent.has(name) && printed.has(name)) {
        compare(inner, sent.get(name), printed.get(name), differences);
      } else {
        differences.add(inner);
      }
    }
  }
}
