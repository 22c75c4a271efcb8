package basedecl.declaration;

import basedecl.cell.Field;
import basedecl.declaration.row.RawRow;
import basedecl.declaration.row.WageContradiction;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.finding.SourceCell;
import basedecl.money.Money;
import basedecl.policy.Population;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Whether one employer's wages can be averages in yuan a month. Unlikely are: most of them (more
 * than half) under {@value #LEAST_YUAN} yuan, as tens of thousands would be; more than half over
 * {@value #TIMES_UPPER} times the upper limit, as sums of a year would be; a row that contradicts
 * itself ({@link WageContradiction}). A warning, one an employer: no honest wage is refused.
 */
public final class UnlikelyWages {

  public static final int LEAST_YUAN = 100;
  public static final int TIMES_UPPER = 3;

  private static final Money LEAST = Money.of(LEAST_YUAN);

  private final Optional<Money> most;
  private final Repeated low = new Repeated();
  private final Repeated high = new Repeated();
  private final Repeated contradicting = new Repeated();
  private long wages;

  /**
   * @param most what {@link #most} gives for the upper limit; empty where there is none
   */
  UnlikelyWages(Optional<Money> most) {
    this.most = most;
  }

  /** Wages above this are unlikely (exclusive). */
  public static Money most(Money upper) {
    return new Money(upper.amount().multiply(BigDecimal.valueOf(TIMES_UPPER)));
  }

  /** Wages under this are unlikely (exclusive). */
  public static Money least() {
    return LEAST;
  }

  void add(RawRow row, Population population, Money wage) {
    wages++;
    if (wage.isLessThan(LEAST)) {
      low.add(place(row, population));
    } else if (most.isPresent() && wage.isMoreThan(most.get())) {
      high.add(place(row, population));
    }
    if (population == Population.EMPLOYEES && WageContradiction.isIn(row, wage)) {
      contradicting.add(place(row, population));
    }
  }

  Optional<Finding> finding(String employer) {
    if (2 * low.rows() > wages) {
      return Optional.of(finding(employer, Reason.WAGES_LOW, low));
    }
    if (2 * high.rows() > wages) {
      return Optional.of(finding(employer, Reason.WAGES_HIGH, high));
    }
    return contradicting.rows() > 0
        ? Optional.of(finding(employer, Reason.WAGES_CONTRADICT, contradicting))
        : Optional.empty();
  }

  private Finding finding(String employer, Reason kind, Repeated rows) {
    return Finding.of(
        FindingCode.WAGES_UNLIKELY,
        employer,
        rows.first(),
        kind,
        Long.toString(wages),
        Long.toString(rows.rows()));
  }

  private static SourceCell place(RawRow row, Population population) {
    Field monthly = population == Population.RETIREES ? Field.PENSION : Field.WAGE;
    if (row.has(monthly)) {
      return row.place(monthly);
    }
    return row.place(row.has(Field.YEAR_TOTAL) ? Field.YEAR_TOTAL : Field.MONTH_1);
  }
}
