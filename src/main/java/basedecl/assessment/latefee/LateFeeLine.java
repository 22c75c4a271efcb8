package basedecl.assessment.latefee;

import basedecl.money.Money;
import basedecl.money.Rate;
import basedecl.policy.rule.Citation;
import basedecl.policy.rule.Waiver;
import java.time.LocalDate;
import java.util.List;

/**
 * How one slice of a month's due was late: from {@code firstDay} to {@code lastDay}, both
 * inclusive, of which {@code days} count; the rest fell into {@code waivers}. {@code fee =
 * HALF_UP(principal × dailyRate × days, 2)}, no more than the principal where the rule caps.
 */
public record LateFeeLine(
    Money principal,
    LocalDate firstDay,
    LocalDate lastDay,
    int days,
    Rate dailyRate,
    Money fee,
    Citation citation,
    List<Waiver> waivers) {

  public LateFeeLine {
    waivers = List.copyOf(waivers);
  }
}
