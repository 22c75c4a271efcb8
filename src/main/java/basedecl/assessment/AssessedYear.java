package basedecl.assessment;

import basedecl.declaration.row.MonthsInService;
import basedecl.money.Money;
import basedecl.policy.Policy;
import basedecl.policy.rule.ContributionRate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * A declaration's year month by month: the limits of each month, the bases of its people within
 * them and the dues that follow. People are added one by one; one person alone is a year as well.
 */
public final class AssessedYear {

  /** One month while people are added. */
  private static final class Month {
    private final YearMonth month;
    private final Optional<ContributionRate> rate;
    private final ContributionAssessor assessor;
    private Money base = Money.ZERO;
    private Dues dues;

    Month(YearMonth month, Optional<ContributionRate> rate) {
      this.month = month;
      this.rate = rate;
      this.assessor = ContributionAssessor.of(rate);
      this.dues = assessor.assess(Money.ZERO);
    }

    void add(Money more) {
      base = base.plus(more);
      dues = dues.plus(assessor.assess(more));
    }
  }

  private final MonthlyBases bases;
  private final YearLimits charged;
  private final List<Month> months = new ArrayList<>();

  /**
   * @param applied what limit-change took up since the declaration arrived, in order
   */
  public AssessedYear(Policy policy, MonthlyBases bases, List<LimitsApplied> applied) {
    this.bases = bases;
    this.charged = bases.limits().after(policy, applied);
    for (YearMonth month : YearLimits.monthsOf(charged.year())) {
      months.add(new Month(month, policy.rateFor(month)));
    }
  }

  /**
   * Adds a person.
   *
   * @param stored the base stored with the declaration
   * @param changes the base from each month on (inclusive), as limit-change recorded it
   * @param served the months in which the person counts
   */
  public void add(
      Money wage, Money stored, NavigableMap<YearMonth, Money> changes, MonthsInService served) {
    for (Month month : months) {
      if (served.contains(month.month)) {
        month.add(bases.in(month.month, wage, stored, changes));
      }
    }
  }

  /** January to December; months that do not differ are one span. */
  public List<MonthSpan> spans() {
    List<MonthSpan> spans = new ArrayList<>();
    for (Month each : months) {
      MonthSpan next =
          new MonthSpan(
              each.month, each.month, charged.in(each.month), each.rate, each.base, each.dues);
      int last = spans.size() - 1;
      if (last >= 0 && spans.get(last).goesOn(next)) {
        spans.set(last, spans.get(last).until(each.month));
      } else {
        spans.add(next);
      }
    }
    return spans;
  }
}
