package basedecl.spreadsheet;

import java.util.Set;

/**
 * What a row is as a header.
 *
 * @param <C> the columns
 */
sealed interface HeaderMatch<C extends Enum<C>> {

  /** Every required column is there; {@code columns} by ordinal, -1 where there is none. */
  record Found<C extends Enum<C>>(int row, Columns columns) implements HeaderMatch<C> {}

  /** Every required column is there, and one that matters stands twice. */
  record Ambiguous<C extends Enum<C>>(int row, C column, int first, int second)
      implements HeaderMatch<C> {}

  /** No header; {@code present} and {@code missing} tell how near it comes. */
  record No<C extends Enum<C>>(int row, Set<C> present, Set<C> missing) implements HeaderMatch<C> {}
}
