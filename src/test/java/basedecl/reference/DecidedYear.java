package basedecl.reference;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.assessment.latefee.AgencyDecisions;
import basedecl.assessment.latefee.DeferralDecision;
import basedecl.assessment.latefee.DueSettlement;
import basedecl.assessment.latefee.EmployerDue;
import basedecl.assessment.latefee.LateFeeAssessment;
import basedecl.assessment.latefee.OverpaymentDecision;
import basedecl.assessment.latefee.Overpayments;
import basedecl.assessment.latefee.SettledDue;
import basedecl.money.Money;
import basedecl.payment.EmployerPayment;
import basedecl.policy.Policy;
import basedecl.policy.rule.Deadline;
import basedecl.reference.RandomDecisions.Deferred;
import basedecl.reference.RandomDecisions.Move;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A random year with decisions of the agency, by the product and the slow way. */
final class DecidedYear {

  private final RandomYear year;
  private final SlowYear slow;
  private final SlowDecisions slowly;
  private final Policy policy;
  private final RandomDecisions random;
  private AgencyDecisions decisions = AgencyDecisions.NONE;

  DecidedYear(RandomYear year, SlowYear slow, Policy policy) {
    this.year = year;
    this.slow = slow;
    this.policy = policy;
    this.random = RandomDecisions.of(year);
    this.slowly = new SlowDecisions(year, slow, random.paid());
  }

  /** What is taken, what is refused, and every month of every employer. */
  void hold() {
    random.moves().forEach(this::move);
    random.deferrals().forEach(this::defer);
    for (int employer = 0; employer < year.employers(); employer++) {
      for (SettledDue settled :
          DueSettlement.of(policy, year.end())
              .settle(dues(employer), payments(employer), decisions)) {
        hold(employer, settled);
      }
    }
  }

  private void move(Move move) {
    OverpaymentDecision decision =
        new OverpaymentDecision(
            RandomNight.code(move.employer()),
            month(move.month()),
            new Money(move.amount()),
            move.target() == 0 ? Optional.empty() : Optional.of(month(move.target())),
            move.day(),
            "",
            "",
            move.revoked());
    boolean taken =
        new Overpayments(policy, year.end(), dues(move.employer()), payments(move.employer()))
            .refuses(decision, decisions)
            .isEmpty();
    assertThat(taken).as("seed %d, %s", year.seed(), move).isEqualTo(slowly.takes(move));
    decisions = taken ? decisions.with(decision) : decisions;
  }

  private void defer(Deferred asked) {
    DeferralDecision decision =
        new DeferralDecision(
            RandomNight.code(asked.employer()),
            month(asked.from()),
            month(asked.to()),
            Arrays.stream(DeferralDecision.Action.values())
                .filter(action -> action.title().equals(asked.action()))
                .findFirst()
                .orElseThrow(),
            asked.until(),
            asked.day(),
            "缓〔2024〕1号");
    boolean taken =
        decisions
            .deferrals()
            .refuses(decision, each -> policy.deadlineFor(each).map(Deadline::date))
            .isEmpty();
    assertThat(taken).as("seed %d, %s", year.seed(), asked).isEqualTo(slowly.takes(asked));
    if (taken) {
      decisions =
          new AgencyDecisions(decisions.overpayments(), decisions.deferrals().with(decision));
    }
  }

  private void hold(int employer, SettledDue settled) {
    int month = settled.due().period().getMonthValue();
    LateFeeAssessment fee = settled.assessment().orElseThrow();
    assertThat(
            List.of(
                settled.paid().amount(),
                settled.overpaid().orElseThrow().amount(),
                settled.arrears().orElseThrow().amount(),
                settled.open().orElseThrow().amount(),
                settled.moved().recoverable().amount().signum()))
        .as("seed %d, employer %d, month %d", year.seed(), employer, month)
        .isEqualTo(
            List.of(
                slowly.paid(employer, month),
                slowly.overpaid(employer, month),
                slowly.arrears(employer, month),
                slowly.deferred(employer, month),
                0));
    assertThat(slices(fee))
        .as("seed %d, employer %d, month %d, late fee", year.seed(), employer, month)
        .isEqualTo(slowly.slices(employer, month));
  }

  /** The product's slices in the form of the slow reckoning's. */
  static List<SlowYear.Slice> slices(LateFeeAssessment fee) {
    return fee.lines().stream()
        .map(
            line ->
                new SlowYear.Slice(
                    line.principal().amount(),
                    line.firstDay(),
                    line.lastDay(),
                    line.days(),
                    line.fee().amount()))
        .toList();
  }

  private List<EmployerDue> dues(int employer) {
    List<EmployerDue> dues = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      if (!RandomYear.deadline(month).isAfter(year.end())) {
        dues.add(
            new EmployerDue(
                RandomNight.code(employer),
                month(month),
                EmployerDue.Method.DECLARED,
                Optional.of(new Money(slow.due(employer, month))),
                RandomYear.deadline(month)));
      }
    }
    return dues;
  }

  private List<EmployerPayment> payments(int employer) {
    return random.paid().stream()
        .filter(each -> each.employer() == employer)
        .map(
            each ->
                new EmployerPayment(
                    RandomNight.code(employer),
                    month(each.month()),
                    each.day(),
                    new Money(each.amount()),
                    Optional.empty()))
        .toList();
  }

  private static YearMonth month(int month) {
    return YearMonth.of(RandomYear.YEAR, month);
  }
}
