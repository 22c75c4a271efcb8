package basedecl.report.audit;

import basedecl.money.Money;
import basedecl.policy.rule.Limits;
import basedecl.report.ReportTexts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * How many people have a base in each part of the range: at the lower limit, in eight equal parts
 * between the limits (above the first figure, up to the second inclusive), at the upper limit.
 */
public final class BaseDistribution {

  private static final int PARTS = 8;

  private final Limits limits;
  private final List<Money> ends = new ArrayList<>();
  private final long[] counts = new long[PARTS + 2];

  /** A part of the range: 下限, 上限 or its ends, and the people in it. */
  public record Part(String name, long people) {}

  public BaseDistribution(Limits limits) {
    this.limits = limits;
    BigDecimal width = limits.upper().minus(limits.lower()).amount();
    for (int i = 0; i <= PARTS; i++) {
      ends.add(
          new Money(
              limits
                  .lower()
                  .amount()
                  .add(
                      width
                          .multiply(BigDecimal.valueOf(i))
                          .divide(BigDecimal.valueOf(PARTS), 0, RoundingMode.HALF_UP))));
    }
    ends.set(PARTS, limits.upper());
  }

  public void add(Money base) {
    if (base.compareTo(limits.lower()) <= 0) {
      counts[0]++;
    } else if (base.compareTo(limits.upper()) >= 0) {
      counts[PARTS + 1]++;
    } else {
      int part = 1;
      while (base.isMoreThan(ends.get(part))) {
        part++;
      }
      counts[part]++;
    }
  }

  public List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(ReportTexts.say("audit.at-lower", whole(ends.get(0))), counts[0]));
    for (int i = 1; i <= PARTS; i++) {
      parts.add(new Part(whole(ends.get(i - 1)) + "–" + whole(ends.get(i)), counts[i]));
    }
    parts.add(
        new Part(ReportTexts.say("audit.at-upper", whole(ends.get(PARTS))), counts[PARTS + 1]));
    return parts;
  }

  private static String whole(Money money) {
    return money.amount().stripTrailingZeros().toPlainString();
  }
}
