package basedecl.assessment.latefee;

import basedecl.money.Money;
import java.util.List;

/**
 * A month's due, what was paid of it, and the late fee line by line; lines with no late day are
 * left out. {@code overpaid} is what was paid beyond the due; it is shown, and moved by a decision
 * of the agency only.
 */
public record LateFeeAssessment(
    Money due, Money paid, Money arrears, Money overpaid, List<LateFeeLine> lines) {

  public LateFeeAssessment {
    lines = List.copyOf(lines);
  }

  /** The sum of the lines' fees. */
  public Money fee() {
    return lines.stream().map(LateFeeLine::fee).reduce(Money.ZERO, Money::plus);
  }
}
