package dev.imago.interop.yandex;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The demo leaves no field of a message without a value in some resource. */
final class DemoCoverage {
  private DemoCoverage() {}

  static void check(List<? extends Message> resources) {
    Set<String> expected = new TreeSet<>();
    collect(resources.get(0).getDescriptorForType(), "", expected);
    Set<String> filled = new TreeSet<>();
    resources.forEach(resource -> collect(resource, "", filled));

    assertThat(filled).containsAll(expected);
  }

  private static void collect(Descriptor message, String path, Set<String> names) {
    for (FieldDescriptor field : message.getFields()) {
      String name = path + field.getJsonName();
      names.add(name);
      if (hasFieldsOfInterest(field)) {
        collect(field.getMessageType(), name + ".", names);
      }
    }
  }

  private static void collect(Message message, String path, Set<String> names) {
    message
        .getAllFields()
        .forEach(
            (field, value) -> {
              String name = path + field.getJsonName();
              names.add(name);
              if (hasFieldsOfInterest(field) && value instanceof Message inner) {
                collect(inner, name + ".", names);
              }
            });
  }

  /** Times, maps and free-form messages are one value each. */
  private static boolean hasFieldsOfInterest(FieldDescriptor field) {
    return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
        && !field.isRepeated()
        && !field.getMessageType().getFullName().startsWith("google.protobuf.");
  }
}
