package basedecl.assessment;

import basedecl.policy.rule.Limits;
import basedecl.policy.rule.PublishedLimits;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the months of a declaration that are charged by other limits than those known, because
 * nobody ran limit-change for them. Limits by which any month is charged were taken up, by the
 * declaration's arrival or by limit-change: that an earlier month keeps others then is as whoever
 * ran it chose ({@link YearLimits}).
 */
public final class PendingMonths {

  private PendingMonths() {}

  /**
   * The months, each with the limits known for it.
   *
   * @param charged what the months are charged by
   * @param known what is known on the business date
   * @param last the last month looked at (inclusive): limits of a later month press nobody yet
   */
  public static NavigableMap<YearMonth, PublishedLimits> of(
      YearLimits charged, YearLimits known, YearMonth last) {
    Set<Limits> takenUp = new HashSet<>();
    charged.months().forEach(month -> month.map(PublishedLimits::limits).ifPresent(takenUp::add));
    NavigableMap<YearMonth, PublishedLimits> pending = new TreeMap<>();
    for (YearMonth month : YearLimits.monthsOf(known.year())) {
      if (!month.isAfter(last) && charged.in(month).isPresent()) {
        known
            .in(month)
            .filter(limits -> !takenUp.contains(limits.limits()))
            .ifPresent(limits -> pending.put(month, limits));
      }
    }
    return pending;
  }
}
