package dev.imago.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ComputeImagesTest extends EmulatorTest {
  private static final String DEBIAN = "/compute/beta/projects/debian-cloud/global/images";

  @ParameterizedTest
  @CsvSource({
    "centos-cloud, 24",
    "coreos-cloud, 78",
    "cos-cloud, 4",
    "debian-cloud, 19",
    "opensuse-cloud, 5",
    "rhel-cloud, 2",
    "suse-byos-cloud, 7",
    "suse-cloud, 7",
    "suse-sap-cloud, 2"
  })
  void listsTheCapturedImagesByName(String project, int count) throws Exception {
    EmulatorClient.Answer answer = client.get("/compute/v1/projects/" + project + "/global/images");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.names()).hasSize(count).isSorted();
    assertThat(answer.json().path("kind").asText()).isEqualTo("compute#imageList");
    assertThat(answer.json().path("id").asText())
        .isEqualTo("projects/" + project + "/global/images");
    assertThat(answer.json().has("nextPageToken")).isFalse();
  }

  @Test
  void givesAnImageByNameAndByNumber() throws Exception {
    EmulatorClient.Answer byName = client.get(DEBIAN + "/backports-debian-7-wheezy-v20131127");
    EmulatorClient.Answer byNumber = client.get(DEBIAN + "/11823693270029497919");

    assertThat(byName.json().path("creationTimestamp").asText())
        .isEqualTo("2013-12-02T17:49:01.206-08:00");
    assertThat(byNumber.json()).isEqualTo(byName.json());
  }

  @Test
  void pagesThroughAList() throws Exception {
    List<String> names = new ArrayList<>();
    String token = "";
    int pages = 0;
    do {
      EmulatorClient.Answer page = client.get(DEBIAN + "?maxResults=7&pageToken=" + token);
      assertThat(page.names()).hasSizeBetween(1, 7);
      names.addAll(page.names());
      token = page.json().path("nextPageToken").asText("");
      pages++;
    } while (!token.isEmpty());

    assertThat(pages).isEqualTo(3);
    assertThat(names).hasSize(19).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void ordersByCreation() throws Exception {
    List<String> newest =
        client.get(DEBIAN + "?orderBy=creationTimestamp%20desc&maxResults=1").names();

    assertThat(newest).containsExactly("backports-debian-7-wheezy-v20131127");
  }

  @Test
  void refusesATokenOfAnotherList() throws Exception {
    String token = client.get(DEBIAN + "?maxResults=2").json().path("nextPageToken").asText();

    assertThat(client.get(DEBIAN + "?filter=name%3A7&pageToken=" + token).status()).isEqualTo(400);
    assertThat(client.get(DEBIAN + "?orderBy=name&pageToken=" + token).status()).isEqualTo(400);
    assertThat(client.get(DEBIAN + "?pageToken=abc").error())
        .isEqualTo("Invalid value for field 'pageToken': 'abc'. Invalid page token.");
    assertThat(client.get(DEBIAN + "?maxResults=5&pageToken=" + token).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "maxResults=501, Must be less than or equal to '500'",
    "maxResults=-1, Must be greater than or equal to '0'",
    "maxResults=ten, Invalid value at 'maxResults'",
    "orderBy=family, Only 'name' and 'creationTimestamp desc' are supported.",
    "pageSize=5, Unknown name \"pageSize\": Cannot bind query parameter.",
    "alt=media, Invalid value at 'alt'",
    "prettyPrint=maybe, Invalid value at 'prettyPrint'"
  })
  void refusesParametersThatItDoesNotTake(String query, String message) throws Exception {
    EmulatorClient.Answer answer = client.get(DEBIAN + "?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).contains(message);
  }

  @Test
  void takesZeroAndNothingAsNotGiven() throws Exception {
    EmulatorClient.Answer answer =
        client.get(
            DEBIAN
                + "?filter&orderBy&maxResults=0&pageToken&$alt=json;enum-encoding%3Dint"
                + "&alt=json&key=k&access_token=t&prettyPrint=true&quotaUser=u&userIp=1&callback=c");

    assertThat(answer.names()).hasSize(19);
    assertThat(answer.text()).contains("\n");
  }

  @Test
  void saysWhatWasNotFound() throws Exception {
    EmulatorClient.Answer image = client.get(DEBIAN + "/nope");
    EmulatorClient.Answer project = client.get("/compute/beta/projects/nope/global/images");

    assertThat(image.status()).isEqualTo(404);
    assertThat(image.json())
        .hasToString(
            """
            {"error":{"code":404,"message":"The resource 'projects/debian-cloud/global/images/nope'\
             was not found","errors":[{"message":"The resource\
             'projects/debian-cloud/global/images/nope' was not found","domain":"global",\
            "reason":"notFound"}]}}\
            """);
    assertThat(project.status()).isEqualTo(404);
    assertThat(project.error()).isEqualTo("The resource 'projects/nope' was not found");
  }

  @Test
  void refusesPathsAndMethodsThatItDoesNotHave() throws Exception {
    assertThat(client.get("/compute/beta/projects/debian-cloud/global/pictures").status())
        .isEqualTo(404);
    assertThat(client.get("/compute/beta").status()).isEqualTo(404);
    assertThat(client.get("/nothing/here").status()).isEqualTo(404);
    assertThat(client.post(DEBIAN + "/family/x", "{}").status()).isEqualTo(405);
    assertThat(client.get(DEBIAN + "/UPPER").error()).contains("Must be a match of regex");
  }

  @Test
  void showsOnlyImagesOfThePublicProjects() throws Exception {
    EmulatorClient.Answer answer = client.get("/compute/beta/projects/debian-cloud/zones");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.error())
        .isEqualTo("Required 'compute.zones.list' permission for 'projects/debian-cloud'");
    assertThat(answer.json().at("/error/errors/0/reason").asText()).isEqualTo("forbidden");
  }

  @Test
  void givesTheNewestOfAFamilyThatIsNotDeprecated() throws Exception {
    EmulatorClient.Answer stable =
        client.get("/compute/beta/projects/coreos-cloud/global/images/family/coreos-stable");

    assertThat(stable.json().path("family").asText()).isEqualTo("coreos-stable");
    assertThat(stable.json().has("deprecated")).isFalse();
    assertThat(client.get(DEBIAN + "/family/nope").error())
        .isEqualTo("The resource 'projects/debian-cloud/global/images/family/nope' was not found");
  }

  @Test
  void generatesAnyNumberOfImages() throws Exception {
    String bulk = "/compute/beta/projects/bulk-1000000/global/images";
    EmulatorClient.Answer first = client.get(bulk + "?maxResults=500");
    String token = first.json().path("nextPageToken").asText();
    EmulatorClient.Answer second = client.get(bulk + "?pageToken=" + token);

    assertThat(first.names()).hasSize(500).startsWith("image-0000000").endsWith("image-0000499");
    assertThat(second.names()).hasSize(500).startsWith("image-0000500");
    assertThat(client.get(bulk + "/image-0999999").status()).isEqualTo(200);
    assertThat(client.get(bulk + "/image-1000000").status()).isEqualTo(404);
    assertThat(client.get(bulk + "?orderBy=creationTimestamp+desc&maxResults=2").names())
        .containsExactly("image-0999999", "image-0999998");
    assertThat(client.get("/compute/beta/projects/fleet-17/global/images").names()).hasSize(3);
  }
}
