package dev.imago.interop.yandex;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Status;
import dev.imago.emulator.Emulator;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import yandex.cloud.api.Validation;
import yandex.cloud.api.compute.v1.DiskServiceOuterClass.ListDisksRequest;
import yandex.cloud.api.compute.v1.ImageServiceOuterClass.GetImageLatestByFamilyRequest;
import yandex.cloud.api.compute.v1.ImageServiceOuterClass.ListImageOperationsRequest;
import yandex.cloud.api.compute.v1.ImageServiceOuterClass.ListImagesRequest;
import yandex.cloud.api.compute.v1.SnapshotServiceOuterClass.ListSnapshotsRequest;
import yandex.cloud.api.compute.v1.ZoneServiceOuterClass.ListZonesRequest;
import yandex.cloud.api.resourcemanager.v1.CloudServiceOuterClass.ListCloudsRequest;
import yandex.cloud.api.resourcemanager.v1.FolderServiceOuterClass.ListFoldersRequest;

/** The emulator refuses what the rules in the request messages forbid, and knows every field. */
final class RequestRulesTest {
  private static final int INVALID_ARGUMENT = 3;

  private final JsonOracle oracle = new JsonOracle();
  private Emulator emulator;
  private RestCaller rest;

  @BeforeEach
  void start() throws IOException {
    emulator = Emulator.demo();
    rest = RestCaller.at(emulator.baseUrl());
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  static List<Arguments> methods() {
    return List.of(
        Arguments.of("/compute/v1/images", ListImagesRequest.getDescriptor()),
        Arguments.of(
            "/compute/v1/images:latestByFamily", GetImageLatestByFamilyRequest.getDescriptor()),
        Arguments.of("/compute/v1/disks", ListDisksRequest.getDescriptor()),
        Arguments.of("/compute/v1/snapshots", ListSnapshotsRequest.getDescriptor()),
        Arguments.of("/compute/v1/zones", ListZonesRequest.getDescriptor()),
        Arguments.of("/resource-manager/v1/clouds", ListCloudsRequest.getDescriptor()),
        Arguments.of("/resource-manager/v1/folders", ListFoldersRequest.getDescriptor()));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void requiresWhatIsRequired(String path, Descriptor request) throws Exception {
    for (FieldDescriptor field : request.getFields()) {
      if (field.getOptions().getExtension(Validation.required)) {
        assertThat(refusal(path + "?"))
            .isEqualTo("Illegal argument " + field.getJsonName() + ": Field is required");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void knowsEveryFieldAndNoOther(String path, Descriptor request) throws Exception {
    Set<String> known =
        request.getFields().stream().map(FieldDescriptor::getJsonName).collect(Collectors.toSet());
    for (String name : List.of("folderId", "cloudId", "pageSize", "filter", "orderBy", "colour")) {
      // A value that no field takes, so that known ones are refused for their value.
      String message = refusal(path + "?" + RestCaller.parameter(name, "x".repeat(3000)));
      assertThat(message.endsWith(name + ": Field is unknown"))
          .as(message)
          .isEqualTo(!known.contains(name));
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void holdsValuesToTheirRules(String path, Descriptor request) throws Exception {
    for (FieldDescriptor field : request.getFields()) {
      for (String bad : forbidden(field).toList()) {
        assertThat(refusal(path + "?" + RestCaller.parameter(field.getJsonName(), bad)))
            .startsWith("Illegal argument " + field.getJsonName() + ": Field must be ");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("imageOperations")
  void holdsTheOperationsOfAnImageToTheirRules(Descriptor request) throws Exception {
    assertThat(refusal("/compute/v1/images/" + "x".repeat(51) + "/operations?"))
        .contains("imageId");
    for (FieldDescriptor field : request.getFields()) {
      if (!field.getJsonName().equals("imageId")) {
        for (String bad : forbidden(field).toList()) {
          String query = RestCaller.parameter(field.getJsonName(), bad);
          assertThat(refusal("/compute/v1/images/x/operations?" + query))
              .contains(field.getJsonName());
        }
      }
    }
  }

  static List<Descriptor> imageOperations() {
    return List.of(ListImageOperationsRequest.getDescriptor());
  }

  /** A value just beyond each rule of a field: {@code <=50} characters, {@code <=1000}, a form. */
  private static Stream<String> forbidden(FieldDescriptor field) {
    String length = field.getOptions().getExtension(Validation.length);
    String value = field.getOptions().getExtension(Validation.value);
    String pattern = field.getOptions().getExtension(Validation.pattern);
    return Stream.of(
            length.isEmpty() ? "" : "x".repeat(most(length) + 1),
            value.isEmpty() ? "" : Integer.toString(most(value) + 1),
            value.isEmpty() ? "" : "-1",
            pattern.isEmpty() ? "" : "Not_" + pattern)
        .filter(bad -> !bad.isEmpty());
  }

  private static int most(String rule) {
    assertThat(rule).startsWith("<=");
    return Integer.parseInt(rule.substring("<=".length()));
  }

  private String refusal(String target) throws IOException, InterruptedException {
    HttpResponse<String> response = rest.get(target);
    assertThat(response.statusCode()).as(target).isEqualTo(400);
    Status status = status(response.body());
    assertThat(status.getCode()).isEqualTo(INVALID_ARGUMENT);
    return status.getMessage();
  }

  private Status status(String body) throws InvalidProtocolBufferException {
    return oracle.read(body, Status.getDefaultInstance());
  }
}
