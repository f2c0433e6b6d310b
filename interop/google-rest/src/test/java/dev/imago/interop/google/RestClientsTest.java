package dev.imago.interop.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.cloudresourcemanager.v3.CloudResourceManager;
import com.google.api.services.cloudresourcemanager.v3.model.Project;
import com.google.api.services.compute.Compute;
import com.google.api.services.compute.model.Image;
import com.google.api.services.compute.model.ImageList;
import com.google.api.services.compute.model.Operation;
import com.google.api.services.compute.model.OperationsScopedList;
import dev.imago.emulator.Emulator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RestClientsTest {
  private final HttpTransport transport = new NetHttpTransport();
  private Emulator emulator;

  @BeforeEach
  void start() throws IOException {
    emulator = Emulator.demo();
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"compute/v1/", "compute/beta/"})
  void pagesThroughImages(String servicePath) throws IOException {
    Compute.Images.List list =
        compute(servicePath).images().list("centos-cloud").setMaxResults(10L);
    List<String> names = new ArrayList<>();
    int pages = 0;
    ImageList page;
    do {
      page = list.execute();
      page.getItems().forEach(image -> names.add(image.getName()));
      list.setPageToken(page.getNextPageToken());
      pages++;
    } while (page.getNextPageToken() != null);

    assertThat(pages).isEqualTo(3);
    assertThat(names).hasSize(24).doesNotHaveDuplicates();
  }

  @Test
  void getsAnImage() throws IOException {
    Image image = compute("compute/beta/").images().get("acme-prod", "web-base-v3").execute();

    assertThat(image.getFamily()).isEqualTo("web-base");
    assertThat(image.getDiskSizeGb()).isEqualTo(20L);
    assertThat(image.getLabels()).containsEntry("owner", "web");
    assertThat(image.get("locked")).isEqualTo(true);
    assertThat(
            compute("compute/v1/").images().get("acme-prod", "web-base-v3").execute().get("locked"))
        .isNull();
  }

  @Test
  void selectsFieldsFiltersAndOrders() throws IOException {
    ImageList list =
        compute("compute/beta/")
            .images()
            .list("acme-prod")
            .setFilter("(family = \"web-base\") (status = READY)")
            .setOrderBy("creationTimestamp desc")
            .setFields("items(name),nextPageToken")
            .execute();

    assertThat(list.getItems())
        .extracting(Image::getName)
        .containsExactly("web-base-v3", "web-base-v2", "web-base-v1");
    assertThat(list.getKind()).isNull();
  }

  @Test
  void getsTheNewestOfAFamily() throws IOException {
    assertThat(
            compute("compute/v1/")
                .images()
                .getFromFamily("acme-prod", "web-base")
                .execute()
                .getName())
        .isEqualTo("web-base-v3");
  }

  @Test
  void readsErrors() {
    assertThatThrownBy(() -> compute("compute/v1/").images().get("acme-prod", "nope").execute())
        .isInstanceOfSatisfying(
            GoogleJsonResponseException.class,
            failure -> {
              assertThat(failure.getStatusCode()).isEqualTo(404);
              assertThat(failure.getDetails().getMessage())
                  .isEqualTo("The resource 'projects/acme-prod/global/images/nope' was not found");
              assertThat(failure.getDetails().getErrors().get(0).getReason()).isEqualTo("notFound");
            });
    assertThatThrownBy(
            () ->
                compute("compute/v1/").images().list("acme-prod").setFilter("colour = x").execute())
        .isInstanceOfSatisfying(
            GoogleJsonResponseException.class,
            failure -> assertThat(failure.getStatusCode()).isEqualTo(400));
    assertThatThrownBy(() -> compute("compute/v1/").images().list("acme-locked").execute())
        .isInstanceOfSatisfying(
            GoogleJsonResponseException.class,
            failure ->
                assertThat(failure.getDetails().getErrors().get(0).getReason())
                    .isEqualTo("forbidden"));
  }

  @Test
  void readsOperationsOfAllScopes() throws IOException {
    Map<String, OperationsScopedList> scopes =
        compute("compute/v1/").globalOperations().aggregatedList("acme-prod").execute().getItems();

    assertThat(scopes)
        .hasEntrySatisfying("global", scope -> assertThat(scope.getOperations()).hasSize(7))
        .hasEntrySatisfying(
            "zones/europe-west1-b",
            scope -> assertThat(scope.getWarning().getCode()).isEqualTo("NO_RESULTS_ON_PAGE"));
    Operation failed =
        compute("compute/v1/")
            .globalOperations()
            .list("acme-prod")
            .setFilter("httpErrorStatusCode = 403")
            .execute()
            .getItems()
            .get(0);
    assertThat(
            failed.getError().getErrors().get(0).getErrorDetails().get(1).getQuotaInfo().getLimit())
        .isEqualTo(100.0);
  }

  @Test
  void waitsForAnOperation() throws IOException {
    Compute compute = compute("compute/v1/");
    Operation operation = compute.globalOperations().list("acme-dev").execute().getItems().get(0);

    assertThat(compute.globalOperations().wait("acme-dev", operation.getName()).execute().getName())
        .isEqualTo(operation.getName());
  }

  @Test
  void searchesProjects() throws IOException {
    CloudResourceManager manager =
        new CloudResourceManager.Builder(transport, GsonFactory.getDefaultInstance(), anonymous())
            .setRootUrl(emulator.baseUrl() + "/")
            .setApplicationName("interop")
            .build();

    assertThat(manager.projects().search().setQuery("state:ACTIVE").execute().getProjects())
        .extracting(Project::getProjectId)
        .containsExactly("acme-dev", "acme-locked", "acme-prod");
    assertThat(manager.projects().get("projects/acme-prod").execute().getDisplayName())
        .isEqualTo("Acme production");
  }

  private Compute compute(String servicePath) {
    return new Compute.Builder(transport, GsonFactory.getDefaultInstance(), anonymous())
        .setRootUrl(emulator.baseUrl() + "/")
        .setServicePath(servicePath)
        .setApplicationName("interop")
        .build();
  }

  private static HttpRequestInitializer anonymous() {
    return request -> {};
  }
}
