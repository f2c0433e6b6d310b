package dev.imago.core.description;

import java.util.List;

/**
 * The orders that a list can be asked for. Only orders that are exactly SQL's are declared.
 *
 * @param parameter the query parameter that takes the order
 * @param terms each order that can be asked for, alone; the API takes one term at a time
 */
public record Ordering(String parameter, List<OrderTerm> terms) {
  public Ordering {
    terms = List.copyOf(terms);
  }
}
