package dev.imago.calcite.lab;

import dev.imago.core.credential.TokenPool;
import dev.imago.core.http.ApiFailure;
import dev.imago.core.http.Authenticator;
import dev.imago.core.http.ErrorShape;
import dev.imago.core.property.Settings;
import dev.imago.core.provider.Provider;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import okhttp3.Headers;

/** The test cloud, described by the files in the resource folder {@code lab}. */
public final class LabProvider implements Provider {

  @Override
  public String name() {
    return "lab";
  }

  @Override
  public InputStream open(String file) throws IOException {
    InputStream stream = LabProvider.class.getResourceAsStream("/dev/imago/calcite/lab/" + file);
    if (stream == null) {
      throw new FileNotFoundException(file);
    }
    return stream;
  }

  @Override
  public ErrorShape errorShape(String name) {
    return new PlainShape();
  }

  @Override
  public Authenticator authenticator(Settings settings, Clock clock, TokenPool tokens) {
    return (request, parameters) -> request;
  }

  /** The body is the text. */
  private static final class PlainShape implements ErrorShape {
    @Override
    public Optional<ApiFailure> read(int status, Headers headers, String body) {
      return Optional.of(new ApiFailure(List.of(), body, Optional.empty()));
    }

    @Override
    public boolean isErrorField(String name) {
      return false;
    }

    @Override
    public boolean isAboutResource(ApiFailure failure, String resource) {
      return failure.text().contains(resource);
    }
  }
}
