package dev.imago.core.write;

import dev.imago.core.description.TableDescription;
import dev.imago.core.description.TableReference;
import dev.imago.core.description.WriteMethod;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.provider.ProviderRegistry;
import java.util.Optional;

/** Finds the tables that the answers of writes are rows of. */
public final class AnswerTables {
  private final ProviderRegistry providers;

  public AnswerTables(ProviderRegistry providers) {
    this.providers = providers;
  }

  /**
   * The table that a write's answer is a row of; empty when it answers nothing.
   *
   * @throws ImagoException {@link ErrorCode#INVALID_DESCRIPTION} when there is no such table
   */
  public Optional<TableDescription> of(TableDescription table, WriteMethod method) {
    return method.answer().table().map(reference -> find(table.provider(), reference));
  }

  private TableDescription find(String provider, TableReference reference) {
    return providers
        .service(provider, reference.service())
        .flatMap(service -> service.table(reference.table()))
        .orElseThrow(
            () ->
                new ImagoException(
                    ErrorCode.INVALID_DESCRIPTION,
                    "a write of " + provider + " answers a row of " + reference + ", no table"));
  }
}
