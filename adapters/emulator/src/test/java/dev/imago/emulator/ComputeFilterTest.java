package dev.imago.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two filter languages, evaluated over the demo's images. */
final class ComputeFilterTest extends EmulatorTest {
  private static final String IMAGES = "/compute/beta/projects/acme-prod/global/images?filter=";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "name = db-golden ; db-golden",
        "name=\"db-golden\" ; db-golden",
        "name = 'db-golden' ; db-golden",
        "(name = \"db-golden\") OR (name = \"legacy-erp\") ; db-golden,legacy-erp",
        "family = web-base status != READY ; web-base-v4",
        "(family = web-base) (status = READY) ; web-base-v1,web-base-v2,web-base-v3",
        "(family = web-base) AND (status = PENDING) ; web-base-v4",
        "status = FAILED OR status = PENDING AND family = batch ; broken-build",
        "NOT (labels.owner:*) ; broken-build,debian-imported,legacy-erp",
        "labels.owner:* family = db ; db-golden,db-golden-arm",
        "labels.owner = data architecture = ARM64 ; db-golden-arm",
        "labels:cost-center ; web-base-v3",
        "labels.cost-center = cc-1204 ; web-base-v3",
        "deprecated.state = OBSOLETE ; web-base-v1",
        "deprecated.state:* ; batch-worker,web-base-v1,web-base-v2",
        "diskSizeGb > 60 ; legacy-erp,windows-gold",
        "diskSizeGb >= 50 diskSizeGb <= 80 ; db-golden,db-golden-arm,windows-gold",
        "diskSizeGb < 15 ; debian-imported,web-base-v1,web-base-v2",
        "enableConfidentialCompute = true ; db-golden",
        "locked = true ; web-base-v3",
        "imageEncryptionKey.kmsKeyName:database ; db-golden",
        "name:gold ; db-golden,db-golden-arm,windows-gold",
        "guestOsFeatures.type = WINDOWS ; windows-gold",
        "licenses:rhel ; db-golden",
        "creationTimestamp > \"2026-06-11T00:00:00+02:00\" ; broken-build,web-base-v4",
        "creationTimestamp < \"2020-01-01\" ; legacy-erp",
        "archiveSizeBytes = 912261120 ; debian-imported",
        "name eq db-.* ; db-golden,db-golden-arm",
        "name eq \"db-golden\" ; db-golden",
        "name eq 'web-base-v[12]' ; web-base-v1,web-base-v2",
        "(name eq (db|web)-.*) (status ne READY) ; web-base-v4",
        "name ne (web|db|win|deb|batch|leg).* ; broken-build",
        "family ne .+ ; legacy-erp"
      })
  void evaluates(String filter, String names) throws Exception {
    EmulatorClient.Answer answer = client.get(IMAGES + EmulatorClient.encoded(filter));

    assertThat(answer.text()).startsWith("{\"kind\"");
    assertThat(String.join(",", answer.names())).isEqualTo(names);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "name =",
        "= x",
        "(name = x",
        "name = x)",
        "name = \"x",
        "colour = red",
        "rawDisk.colour = red",
        "diskSizeGb = ten",
        "locked = maybe",
        "deprecated = x",
        "name = x AND",
        "name ! x",
        "(name eq x) (status = READY)",
        "(status = READY) (name eq x)",
        "name eq (",
        "name eq a(?=b)",
        "name eq 'x",
        "(name eq x) OR (name eq y)",
        "deprecated eq x",
        "colour eq red"
      })
  void refuses(String filter) throws Exception {
    EmulatorClient.Answer answer = client.get(IMAGES + EmulatorClient.encoded(filter));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).contains("Invalid value for field 'filter': '" + filter + "'.");
    assertThat(answer.json().at("/error/errors/0/reason").asText()).isEqualTo("invalid");
  }

  @Test
  void countsOnlyWhatTheFilterLetsThrough() throws Exception {
    String filter = IMAGES + EmulatorClient.encoded("family = web-base");
    EmulatorClient.Answer first = client.get(filter + "&maxResults=3");
    String token = first.json().path("nextPageToken").asText();

    assertThat(first.names()).containsExactly("web-base-v1", "web-base-v2", "web-base-v3");
    assertThat(client.get(filter + "&pageToken=" + token).names()).containsExactly("web-base-v4");
  }
}
