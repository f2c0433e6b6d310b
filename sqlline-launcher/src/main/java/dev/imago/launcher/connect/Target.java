package dev.imago.launcher.connect;

import dev.imago.core.provider.ProviderRegistry;
import dev.imago.emulator.Emulator;
import dev.imago.jdbc.ImagoDriver;
import dev.imago.launcher.arguments.Arguments;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * What the command connects to. With {@code --demo} it holds the sample clouds, whose accounts and
 * addresses are the weakest of all properties, and whose time the connections tell.
 */
public final class Target implements AutoCloseable {
  private final ProviderRegistry providers;
  private final ImagoDriver driver;
  private final Arguments arguments;
  private final @Nullable Emulator demo;

  private Target(
      ProviderRegistry providers,
      ImagoDriver driver,
      Arguments arguments,
      @Nullable Emulator demo) {
    this.providers = providers;
    this.driver = driver;
    this.arguments = arguments;
    this.demo = demo;
  }

  /**
   * Prepares to connect as the arguments say. No call is made.
   *
   * @param environment the variables that can set properties
   * @throws IOException when the sample clouds cannot be started
   */
  public static Target open(Arguments arguments, Map<String, String> environment)
      throws IOException {
    ProviderRegistry providers = ProviderRegistry.load(Target.class.getClassLoader());
    ImagoDriver driver = new ImagoDriver(providers, environment);
    Emulator demo = arguments.demo() ? startDemo(providers) : null;
    return new Target(providers, driver, arguments, demo);
  }

  /** A command that waits for the sample clouds has time to get ready for its first statement. */
  private static Emulator startDemo(ProviderRegistry providers) throws IOException {
    CompletableFuture<Emulator> starting = new CompletableFuture<>();
    Thread thread = new Thread(() -> startDemo(starting), "imago-demo");
    thread.setDaemon(true);
    thread.start();
    Rehearsal.planStatement(providers);
    try {
      return starting.join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof IOException cause) {
        throw new IOException(cause.getMessage(), cause);
      }
      throw failure;
    }
  }

  private static void startDemo(CompletableFuture<Emulator> starting) {
    try {
      starting.complete(Emulator.demo());
    } catch (IOException | RuntimeException | Error failure) {
      starting.completeExceptionally(failure);
    }
  }

  /** The clouds that it knows. */
  public ProviderRegistry providers() {
    return providers;
  }

  /** The URL that it connects with. */
  public String url() {
    return arguments.url();
  }

  /**
   * A new connection.
   *
   * @throws SQLException when a property is not known, or has a value that it cannot have
   */
  public Connection connect() throws SQLException {
    Emulator clouds = demo;
    return clouds == null
        ? driver.connect(url(), arguments.properties(), Map.of(), Clock.systemUTC())
        : driver.connect(url(), arguments.properties(), clouds.demoDefaults(), clouds.clock());
  }

  /** Stops the sample clouds. */
  @Override
  public void close() {
    if (demo != null) {
      demo.close();
    }
  }
}
