package basedecl.assessment;

import basedecl.money.Money;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Somebody's election as it was assessed: the base for each month from {@code from} on, the month
 * of retirement where there was one, and the first month no longer paid where it was stopped.
 */
public record AssessedMonths(
    Money base, YearMonth from, Optional<YearMonth> retiredIn, Optional<YearMonth> stoppedFrom) {

  /**
   * The first month an election no longer holds for: that it is void from, or that in which one
   * chosen after it begins, whichever is earlier; empty where there is neither.
   *
   * @param chosenAfter the first months of what was chosen after it
   */
  public static Optional<YearMonth> stoppedFrom(
      Optional<YearMonth> voidedFrom, Stream<YearMonth> chosenAfter) {
    return Stream.concat(voidedFrom.stream(), chosenAfter).min(Comparator.naturalOrder());
  }

  /**
   * The last month assessed, by {@code businessMonth}: the month before retirement or stopping
   * where that is earlier, December of the year at the latest.
   */
  public YearMonth last(YearMonth businessMonth) {
    return Stream.of(
            Optional.of(businessMonth),
            Optional.of(YearMonth.of(from.getYear(), 12)),
            retiredIn.map(month -> month.minusMonths(1)),
            stoppedFrom.map(month -> month.minusMonths(1)))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .orElse(businessMonth);
  }
}
