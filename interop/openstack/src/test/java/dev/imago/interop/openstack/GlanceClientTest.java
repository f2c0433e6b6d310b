package dev.imago.interop.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imago.emulator.Emulator;
import dev.imago.emulator.EmulatorConfig;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstack4j.api.OSClient.OSClientV3;
import org.openstack4j.api.exceptions.AuthenticationException;
import org.openstack4j.api.exceptions.ResponseException;
import org.openstack4j.model.common.Identifier;
import org.openstack4j.model.image.v2.Image;
import org.openstack4j.model.image.v2.ImageUpdate;
import org.openstack4j.model.image.v2.Member;
import org.openstack4j.openstack.OSFactory;
import org.openstack4j.openstack.image.v2.domain.GlanceImageUpdate;
import org.openstack4j.openstack.image.v2.domain.PatchOperation;

final class GlanceClientTest {
  private static final String OWN = "3f7185de-b59a-4bb8-aa1d-7a513528b0e9";

  private Emulator emulator;

  @BeforeEach
  void start() throws IOException {
    // Only tokens that the identity service has issued are good.
    emulator = Emulator.start(EmulatorConfig.builder().validTokens("none").build());
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  private OSClientV3 login(String password) {
    return OSFactory.builderV3()
        .endpoint(emulator.baseUrl() + "/opentelekom/iam/eu-de/v3")
        .credentials("builder", password, Identifier.byName("ACME-OTC"))
        .scopeToProject(Identifier.byName("eu-de"), Identifier.byName("ACME-OTC"))
        .authenticate();
  }

  @Test
  void logsInAndListsImages() {
    OSClientV3 client = login("demo-password");

    assertThat(client.getToken().getProject().getId())
        .isEqualTo("ac234de25c6741d2b1273da49eea1b9e");
    assertThat(client.imagesV2().list())
        .hasSize(14)
        .extracting(Image::getName)
        .contains("secrets-vault", "nightly-build-615");
    // The client writes names in capitals by the JVM's locale; a Turkish one breaks those with an
    // i.
    assertThat(client.imagesV2().list(Map.of("status", "queued")))
        .extracting(Image::getStatus)
        .containsExactly(Image.ImageStatus.QUEUED);
  }

  @Test
  void getsAnImageAndItsMembers() {
    OSClientV3 client = login("demo-password");

    assertThat(client.imagesV2().get("3f7185de-b59a-4bb8-aa1d-7a513528b0e9").getMinDisk())
        .isEqualTo(40L);
    assertThat(client.imagesV2().get("nothing")).isNull();
    assertThat(client.imagesV2().listMembers("30e55148-deb9-4923-adb9-91618de16ba0"))
        .extracting(Member::getStatus)
        .containsExactlyInAnyOrder(
            Member.MemberStatus.ACCEPTED,
            Member.MemberStatus.PENDING,
            Member.MemberStatus.REJECTED);
  }

  @Test
  void deletesAnImage() {
    OSClientV3 client = login("demo-password");

    assertThat(client.imagesV2().delete(OWN).isSuccess()).isTrue();
    assertThat(client.imagesV2().get(OWN)).isNull();
  }

  /** This client sends patches as plain JSON, which Glance does not read; Huawei's does better. */
  @Test
  void cannotPatchAnImageWithThisClient() {
    OSClientV3 client = login("demo-password");
    PatchOperation rename =
        new PatchOperation(PatchOperation.OperationType.REPLACE, "/name", "renamed");
    ImageUpdate update = GlanceImageUpdate.builder().ops(List.of(rename)).build();

    assertThatThrownBy(() -> client.imagesV2().update(OWN, update))
        .isInstanceOfSatisfying(
            ResponseException.class, refused -> assertThat(refused.getStatus()).isEqualTo(415));
  }

  @Test
  void sharesAnImageAndAnswersForItself() {
    OSClientV3 client = login("demo-password");

    assertThat(client.imagesV2().createMember(OWN, "p-1").getStatus())
        .isEqualTo(Member.MemberStatus.PENDING);
    assertThat(client.imagesV2().getMember(OWN, "p-1").getMemberId()).isEqualTo("p-1");
    assertThat(client.imagesV2().deleteMember(OWN, "p-1").isSuccess()).isTrue();
    assertThat(client.imagesV2().listMembers(OWN)).isEmpty();
    assertThat(
            client
                .imagesV2()
                .updateMember(
                    "6596628c-42d4-4ff1-8660-8ea5ae61f243",
                    "ac234de25c6741d2b1273da49eea1b9e",
                    Member.MemberStatus.REJECTED)
                .getStatus())
        .isEqualTo(Member.MemberStatus.REJECTED);
  }

  @Test
  void refusesAWrongPassword() {
    assertThatThrownBy(() -> login("wrong")).isInstanceOf(AuthenticationException.class);
  }
}
