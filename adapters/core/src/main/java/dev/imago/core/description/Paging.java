package dev.imago.core.description;

import java.util.List;
import java.util.Optional;

/**
 * How a list goes on. The request for the first page says nothing of it; the request for each
 * further one says in one query parameter where its page begins, which the page ahead tells.
 */
public sealed interface Paging permits TokenPaging, MarkerPaging, OffsetPaging {

  /** The query parameter that says where a page begins. */
  String parameter();

  /** How many rows a page has. */
  PageSize size();

  /** The field beside the rows that tells where the next page begins; absent when none does. */
  Optional<String> answerField();

  /** The path of the field of each row that tells it; empty when none does. */
  List<String> rowField();
}
