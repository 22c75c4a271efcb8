package basedecl.table;

import java.util.List;
import java.util.Set;

/**
 * What a row is as a header.
 *
 * @param <C> the columns
 */
public sealed interface HeaderMatch<C extends Enum<C>> {

  /** Every required column is there. */
  record Found<C extends Enum<C>>(int row, ColumnPlaces columns) implements HeaderMatch<C> {}

  /** Every required column is there, and one that matters stands over or in several. */
  record Ambiguous<C extends Enum<C>>(int row, C column, List<Candidate> candidates)
      implements HeaderMatch<C> {}

  /** Every required column is there, and an amount is said to be in another unit than yuan. */
  record OtherUnit<C extends Enum<C>>(int row, int place, String unit) implements HeaderMatch<C> {}

  /**
   * No header.
   *
   * @param present the columns it names
   * @param missing the required columns it does not name
   * @param titles its texts where it may be a header, none where it may be data
   */
  record No<C extends Enum<C>>(int row, Set<C> present, Set<C> missing, List<String> titles)
      implements HeaderMatch<C> {}

  /**
   * One of the columns that may be meant.
   *
   * @param words the title below that of the group, {@code ""} where there is none
   */
  record Candidate(int place, String words) {}
}
