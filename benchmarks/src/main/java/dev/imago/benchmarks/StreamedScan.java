package dev.imago.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What a scan is compared with: the same pages, read by hand with OkHttp and Jackson's streaming
 * parser into arrays of the same three columns.
 */
final class StreamedScan {
  private static final int PAGE_SIZE = 500;

  private final OkHttpClient client = new OkHttpClient();
  private final JsonFactory json = new JsonFactory();
  private final HttpUrl list;
  private long rows;
  private long characters;

  /** A scan of the images that this URL lists. */
  StreamedScan(HttpUrl list) {
    this.list = list;
  }

  /** Reads all pages, and gives the number of rows. */
  long read() throws IOException {
    rows = 0;
    characters = 0;
    for (String token = page(null); token != null; ) {
      token = page(token);
    }
    if (characters == 0) {
      throw new IOException("no row has a name");
    }
    return rows;
  }

  private @Nullable String page(@Nullable String token) throws IOException {
    HttpUrl.Builder url =
        list.newBuilder()
            .addQueryParameter("fields", "items(name,diskSizeGb,status),nextPageToken")
            .addQueryParameter("maxResults", String.valueOf(PAGE_SIZE));
    if (token != null) {
      url.addQueryParameter("pageToken", token);
    }
    try (Response response =
            client.newCall(new Request.Builder().url(url.build()).build()).execute();
        JsonParser parser = json.createParser(response.body().byteStream())) {
      return decoded(parser);
    }
  }

  private @Nullable String decoded(JsonParser parser) throws IOException {
    String next = null;
    parser.nextToken();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      if (name.equals("items")) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          use(row(parser));
        }
      } else if (name.equals("nextPageToken") && value == JsonToken.VALUE_STRING) {
        next = parser.getText();
      } else {
        parser.skipChildren();
      }
    }
    return next;
  }

  private static @Nullable Object[] row(JsonParser parser) throws IOException {
    @Nullable Object[] row = new Object[3];
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      switch (name) {
        case "name" -> row[0] = parser.getText();
        case "diskSizeGb" -> row[1] = Long.valueOf(parser.getText());
        case "status" -> row[2] = parser.getText();
        default -> parser.skipChildren();
      }
    }
    return row;
  }

  private void use(@Nullable Object[] row) {
    rows++;
    characters += row[0] instanceof String name ? name.length() : 0;
  }
}
