package dev.imago.core.provider;

import dev.imago.core.credential.TokenPool;
import dev.imago.core.http.ApiFailure;
import dev.imago.core.http.Authenticator;
import dev.imago.core.http.ErrorShape;
import dev.imago.core.property.Settings;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Headers;

/** A provider whose files are texts, and which remembers what was opened. */
final class InMemoryProvider implements Provider {
  private static final String ERROR_SHAPE = "plain";

  private final String name;
  private final Map<String, String> files;
  private final List<String> opened = new CopyOnWriteArrayList<>();

  InMemoryProvider(String name, Map<String, String> files) {
    this.name = name;
    this.files = files;
  }

  /** The files that were opened, in order. */
  List<String> opened() {
    return List.copyOf(opened);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public InputStream open(String file) throws IOException {
    opened.add(file);
    String text = files.get(file);
    if (text == null) {
      throw new FileNotFoundException("no " + file);
    }
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public ErrorShape errorShape(String shape) {
    if (shape.equals(ERROR_SHAPE)) {
      return new PlainErrors();
    }
    throw new IllegalArgumentException("no error shape " + shape);
  }

  @Override
  public Authenticator authenticator(Settings settings, Clock clock, TokenPool tokens) {
    return (request, parameters) -> request;
  }

  /** Errors that say nothing. */
  private record PlainErrors() implements ErrorShape {
    @Override
    public Optional<ApiFailure> read(int status, Headers headers, String body) {
      return Optional.empty();
    }

    @Override
    public boolean isErrorField(String name) {
      return false;
    }

    @Override
    public boolean isAboutResource(ApiFailure failure, String resource) {
      return false;
    }
  }
}
