package dev.imago.jdbc.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.calcite.engine.Engine;
import dev.imago.core.property.PropertySource;
import dev.imago.core.property.Settings;
import dev.imago.core.provider.ProviderRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnginePoolTest {
  private final ProviderRegistry providers = ProviderRegistry.of(List.of());
  private final EnginePool pool = new EnginePool();

  @Test
  void sharesAnEngineWhereSettingsAndClockAreEqual() {
    EnginePool.Lease first = lease("7", Clock.systemUTC());
    EnginePool.Lease same = lease("7", Clock.systemUTC());
    EnginePool.Lease otherSettings = lease("8", Clock.systemUTC());
    EnginePool.Lease otherClock = lease("7", Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    assertThat(same.engine()).isSameAs(first.engine());
    assertThat(otherSettings.engine()).isNotSameAs(first.engine());
    assertThat(otherClock.engine()).isNotSameAs(first.engine());
    List.of(first, same, otherSettings, otherClock).forEach(EnginePool.Lease::close);
  }

  @Test
  void keepsAnEngineUntilItsLastLeaseIsGivenBack() {
    EnginePool.Lease first = lease("7", Clock.systemUTC());
    EnginePool.Lease second = lease("7", Clock.systemUTC());
    Engine engine = first.engine();
    first.close();
    first.close();

    EnginePool.Lease third = lease("7", Clock.systemUTC());
    assertThat(third.engine()).isSameAs(engine);
    second.close();
    third.close();

    EnginePool.Lease later = lease("7", Clock.systemUTC());
    assertThat(later.engine()).isNotSameAs(engine);
    later.close();
  }

  private EnginePool.Lease lease(String maxCalls, Clock clock) {
    Settings settings =
        providers
            .properties()
            .resolve(Map.of(PropertySource.PROPERTIES, Map.of("maxCalls", maxCalls)));
    return pool.lease(settings, providers, clock);
  }
}
