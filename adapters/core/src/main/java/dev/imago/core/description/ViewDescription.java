package dev.imago.core.description;

import java.util.List;
import java.util.Optional;

/**
 * A view over the tables of several providers, in one shape.
 *
 * @param name the view: images
 * @param says what a row is
 * @param columns in the order of {@code SELECT *}
 * @param branches the queries whose rows it has
 */
public record ViewDescription(
    String name, String says, List<ViewColumn> columns, List<Branch> branches) {
  public ViewDescription {
    columns = List.copyOf(columns);
    branches = List.copyOf(branches);
  }

  /**
   * A column of the view.
   *
   * @param says what it holds
   */
  public record ViewColumn(String name, ColumnType type, String says) {}

  /**
   * The rows of one provider.
   *
   * @param accounts the property whose values, where it has any, are the accounts that the view
   *     covers: so an account of one provider is not asked for at another. Empty when the view
   *     covers what the tables do
   * @param askedBy how its rows are asked for, where its table cannot list them
   * @param query a SELECT that gives the view's columns in their order
   */
  public record Branch(
      String provider, Optional<String> accounts, Optional<AskedBy> askedBy, String query) {}

  /**
   * The rows of a branch whose table has no list. A query that does not bind the column goes
   * without them, and is told so.
   *
   * @param column the column of the view
   * @param parameter the parameter of the table that the column is made from
   */
  public record AskedBy(String column, String parameter) {}
}
