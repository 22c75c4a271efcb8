package basedecl.assessment.flexible;

import basedecl.policy.Policy;
import basedecl.policy.rule.BackPayment;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Months that nobody may pay later: those before the business date's month in which no election
 * held, where the policy's rule of that day forbids back payment (Heze: 中断后不能补缴), also of years
 * before the rule. Months in which one held may bear an amount of their own, a difference for
 * example.
 *
 * @param months in order; none where everything may be paid
 * @param rules those that forbid it, each once
 */
public record Interruption(List<YearMonth> months, List<BackPayment> rules) {

  public Interruption {
    months = List.copyOf(months);
    rules = List.copyOf(rules);
  }

  /**
   * The months from {@code from} to {@code to} (both inclusive) that cannot be paid.
   *
   * @param held whether an election held in a month
   */
  public static Interruption of(
      Policy policy,
      YearMonth from,
      YearMonth to,
      LocalDate businessDate,
      Predicate<YearMonth> held) {
    List<YearMonth> months = new ArrayList<>();
    List<BackPayment> rules = new ArrayList<>();
    YearMonth today = YearMonth.from(businessDate);
    for (YearMonth m = from; !m.isAfter(to) && m.isBefore(today); m = m.plusMonths(1)) {
      YearMonth month = m;
      policy
          .backPaymentFor(today)
          .filter(rule -> !rule.allowed() && !held.test(month))
          .ifPresent(
              rule -> {
                months.add(month);
                if (!rules.contains(rule)) {
                  rules.add(rule);
                }
              });
    }
    return new Interruption(months, rules);
  }

  public boolean isNone() {
    return months.isEmpty();
  }

  /** {@code 2025-02–2025-04、2025-07}. */
  public String spans() {
    StringBuilder spans = new StringBuilder();
    for (int i = 0; i < months.size(); i++) {
      int first = i;
      while (i + 1 < months.size() && months.get(i + 1).equals(months.get(i).plusMonths(1))) {
        i++;
      }
      spans.append(spans.isEmpty() ? "" : "、").append(months.get(first));
      spans.append(i == first ? "" : "–" + months.get(i));
    }
    return spans.toString();
  }

  /** The documents that forbid it. */
  public String citations() {
    return rules.stream().map(rule -> rule.citation().text()).collect(Collectors.joining("；"));
  }
}
