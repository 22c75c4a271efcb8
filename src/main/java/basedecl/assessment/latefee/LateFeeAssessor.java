package basedecl.assessment.latefee;

import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.money.Money;
import basedecl.money.Rate;
import basedecl.policy.Policy;
import basedecl.policy.rule.LateFeeRule;
import basedecl.policy.rule.Waiver;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The late fee of one employer and month (Social Insurance Law art. 86; domain 5).
 *
 * <p>Payments settle the due in order of date, each a slice of its own. A slice is late from the
 * first day its rule counts (the day after the deadline, or the first of the month after it) to the
 * day it was paid, which counts where the rule says so; the unpaid rest to the business date, which
 * always counts. Days inside a waiver do not count. Each line is {@code HALF_UP(slice × rate ×
 * days, 2)}; where the rate changes within the span, each rate has its line. The fees of a slice
 * together reach its principal at most where the rule caps (Administrative Enforcement Law art.
 * 45).
 *
 * <p>The rule in force on the day after the deadline says which day counts first, the one in force
 * on the day of payment whether that day counts.
 */
public record LateFeeAssessor(List<LateFeeRule> rules, List<Waiver> waivers) {

  /** Rules in order of their dates. */
  public LateFeeAssessor {
    rules = rules.stream().sorted(Comparator.comparing(LateFeeRule::from)).toList();
    waivers = waivers.stream().sorted(Comparator.comparing(Waiver::from)).toList();
  }

  public static LateFeeAssessor of(Policy policy) {
    return new LateFeeAssessor(policy.lateFees(), policy.waivers());
  }

  /**
   * Payments after the business date are not yet known on it and leave the result as it is.
   *
   * @param due the month's due, employer part and personal part, yuan
   * @param deadline last day (inclusive) to pay in time
   * @param businessDate to which the unpaid rest is late
   * @throws RefusedException where something is late and no rule covers its first day
   */
  public LateFeeAssessment assess(
      Money due, LocalDate deadline, List<SlicePaid> payments, LocalDate businessDate) {
    Money open = due;
    Money paid = Money.ZERO;
    List<LateFeeLine> lines = new ArrayList<>();
    for (SlicePaid payment : inOrder(payments, businessDate)) {
      Money slice = payment.amount().min(open);
      open = open.minus(slice);
      paid = paid.plus(payment.amount());
      lines.addAll(paidSlice(slice, deadline, payment.paidOn()));
    }
    lines.addAll(unpaidRest(open, deadline, businessDate));
    return new LateFeeAssessment(due, paid, open, paid.minus(due).max(Money.ZERO), lines);
  }

  /** By date; of one day the smaller first, so that the order of the file plays no part. */
  private static List<SlicePaid> inOrder(List<SlicePaid> payments, LocalDate businessDate) {
    return payments.stream()
        .filter(p -> !p.paidOn().isAfter(businessDate))
        .sorted(Comparator.comparing(SlicePaid::paidOn).thenComparing(SlicePaid::amount))
        .toList();
  }

  private List<LateFeeLine> paidSlice(Money slice, LocalDate deadline, LocalDate paidOn) {
    if (slice.isZero() || !paidOn.isAfter(deadline)) {
      return List.of();
    }
    LocalDate firstDay = firstDay(deadline);
    boolean counts = ruleOn(paidOn).countsPaymentDay();
    return lines(slice, firstDay, counts ? paidOn : paidOn.minusDays(1));
  }

  private List<LateFeeLine> unpaidRest(Money rest, LocalDate deadline, LocalDate businessDate) {
    if (rest.isZero() || !businessDate.isAfter(deadline)) {
      return List.of();
    }
    return lines(rest, firstDay(deadline), businessDate);
  }

  private LocalDate firstDay(LocalDate deadline) {
    LocalDate next = deadline.plusDays(1);
    return switch (ruleOn(next).countsFrom()) {
      case DAY_AFTER_DEADLINE -> next;
      case FIRST_OF_FOLLOWING_MONTH -> deadline.plusMonths(1).withDayOfMonth(1);
    };
  }

  private LateFeeRule ruleOn(LocalDate day) {
    if (rules.isEmpty()) {
      throw new RefusedException(Message.of("policy.late-fee-missing"));
    }
    return rules.stream()
        .filter(r -> !r.from().isAfter(day))
        .reduce((earlier, later) -> later)
        .orElseThrow(
            () ->
                new RefusedException(
                    Message.of(
                        "policy.late-fee-too-early",
                        day.toString(),
                        rules.get(0).from().toString())));
  }

  /** One line for each rule in force between the two days (both inclusive). */
  private List<LateFeeLine> lines(Money principal, LocalDate firstDay, LocalDate lastDay) {
    List<LateFeeLine> lines = new ArrayList<>();
    Money charged = Money.ZERO;
    LocalDate from = firstDay;
    while (!from.isAfter(lastDay)) {
      LateFeeRule rule = ruleOn(from);
      LocalDate to = lastDayUnder(rule, lastDay);
      int days = countedDays(from, to);
      if (days > 0) {
        Money full = fee(principal, rule.dailyRate(), days);
        Money room = principal.minus(charged).max(Money.ZERO);
        Money fee = rule.capAtPrincipal() ? full.min(room) : full;
        charged = charged.plus(fee);
        lines.add(
            new LateFeeLine(
                principal,
                from,
                to,
                days,
                rule.dailyRate(),
                fee,
                rule.citation(),
                waiversWithin(from, to)));
      }
      from = to.plusDays(1);
    }
    return lines;
  }

  private LocalDate lastDayUnder(LateFeeRule rule, LocalDate lastDay) {
    return rules.stream()
        .map(LateFeeRule::from)
        .filter(from -> from.isAfter(rule.from()) && !from.isAfter(lastDay))
        .findFirst()
        .map(from -> from.minusDays(1))
        .orElse(lastDay);
  }

  private static Money fee(Money principal, Rate dailyRate, int days) {
    return Money.rounded(
        principal.amount().multiply(dailyRate.value()).multiply(BigDecimal.valueOf(days)));
  }

  /** Days from {@code from} to {@code to}, both inclusive, outside every waiver. */
  private int countedDays(LocalDate from, LocalDate to) {
    long counted = 0;
    LocalDate next = from;
    for (Waiver waiver : waiversWithin(from, to)) {
      if (waiver.from().isAfter(next)) {
        counted += ChronoUnit.DAYS.between(next, waiver.from());
      }
      if (!waiver.to().isBefore(next)) {
        next = waiver.to().plusDays(1);
      }
    }
    if (!next.isAfter(to)) {
      counted += ChronoUnit.DAYS.between(next, to) + 1;
    }
    return Math.toIntExact(counted);
  }

  private List<Waiver> waiversWithin(LocalDate from, LocalDate to) {
    return waivers.stream().filter(w -> !w.from().isAfter(to) && !w.to().isBefore(from)).toList();
  }
}
