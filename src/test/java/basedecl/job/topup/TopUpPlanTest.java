package basedecl.job.topup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import basedecl.assessment.flexible.PaymentRhythm;
import basedecl.assessment.topup.TopUpOutcome;
import basedecl.job.run.RegionPolicies;
import basedecl.job.run.Rulebook;
import basedecl.ledger.flexible.ElectionRecord;
import basedecl.ledger.flexible.Retirement;
import basedecl.ledger.flexible.TopUpBill;
import basedecl.ledger.flexible.TopUpBilled;
import basedecl.ledger.flexible.TopUpCarried;
import basedecl.ledger.flexible.TopUpMonth;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import basedecl.policyfile.PolicyFiles;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 3746 topped up to 3980 at 20 %: 46.80 a month, until 2022-12-31 (domain 6). */
class TopUpPlanTest {

  private static final IdNumber WANG = new IdNumber("370702199001010012");
  private static final LocalDate DECEMBER = LocalDate.of(2022, 12, 15);
  private static final TopUpBilled NOTHING =
      new TopUpBilled(List.of(), List.of(), List.of(), List.of());
  private static final Rulebook WEIFANG =
      new Rulebook(
          "weifang",
          PolicyFiles.load(Optional.empty()).policies().stream()
              .filter(policy -> policy.name().startsWith("weifang-flexible-"))
              .toList());

  @Test
  void everyKindElectedIsOneBillOfItsMonths() {
    TopUpPlan plan =
        plan(
            DECEMBER,
            List.of(
                election(InsuranceKind.PENSION, "3746", 1),
                election(InsuranceKind.MEDICAL, "3746", 7)),
            Map.of(),
            NOTHING);

    assertThat(plan.newBills())
        .extracting(TopUpBill::bill, TopUpBill::kind, bill -> bill.months().size())
        .containsExactly(
            tuple("TU-weifang-2022-000001", InsuranceKind.PENSION, 12),
            tuple("TU-weifang-2022-000002", InsuranceKind.MEDICAL, 6));
    assertThat(plan.newBills().get(0).amount()).isEqualTo(Money.of("561.60"));
    assertThat(plan.newBills().get(0).due()).contains(LocalDate.of(2022, 12, 31));
    assertThat(plan.leftOut()).isEmpty();
  }

  @Test
  void aMonthOnABillIsNeverBilledAgain() {
    TopUpBilled billed =
        booked(
            NOTHING,
            plan(
                LocalDate.of(2022, 9, 30),
                List.of(election(InsuranceKind.PENSION, "3746", 1)),
                Map.of(),
                NOTHING));
    TopUpPlan later =
        plan(DECEMBER, List.of(election(InsuranceKind.PENSION, "3746", 1)), Map.of(), billed);

    assertThat(billed.months()).hasSize(9);
    assertThat(later.newBills()).hasSize(1);
    assertThat(later.newBills().get(0).months())
        .extracting(month -> month.line().month())
        .containsExactly(YearMonth.of(2022, 10), YearMonth.of(2022, 11), YearMonth.of(2022, 12));
    assertThat(later.sums().get(0).total()).isEqualTo(Money.of("561.60"));
  }

  /** Nine months of 46.80 are billed; then from July on the election is void. */
  @Test
  void whatAVoidTakesBackIsSubtractedFromTheNextBill() {
    ElectionRecord january = election(InsuranceKind.PENSION, "3746", 1);
    TopUpBilled billed = booked(NOTHING, september(List.of(january), NOTHING));
    ElectionRecord voided = january.voided(YearMonth.of(2022, 7));

    TopUpPlan plan = september(List.of(voided), billed);
    assertThat(plan.newBills()).isEmpty();
    assertThat(plan.takenBack())
        .extracting(month -> month.line().month().getMonthValue())
        .containsExactly(7, 8, 9);
    assertThat(plan.sums().get(0).total()).isEqualTo(Money.of("280.80"));
    assertThat(plan.sums().get(0).takenBackTotal()).isEqualTo(Money.of("140.40"));
    assertThat(plan.sums().get(0).credit()).isEqualTo(Money.of("140.40"));

    billed = booked(billed, plan);
    TopUpPlan again = september(List.of(voided), billed);
    assertThat(again.takenBack()).isEmpty();
    assertThat(again.newBills()).isEmpty();
    assertThat(again.sums()).isEqualTo(plan.sums());

    // From August at 3800: five months of 36.00 make 180.00, of which 140.40 is paid for already.
    List<ElectionRecord> anew = List.of(voided, election(InsuranceKind.PENSION, "3800", 8));
    TopUpPlan next = plan(DECEMBER, anew, Map.of(), billed);
    assertThat(next.newBills())
        .singleElement()
        .satisfies(
            bill -> {
              assertThat(bill.amount()).isEqualTo(Money.of("39.60"));
              assertThat(bill.months()).hasSize(5);
            });
    assertThat(next.sums().get(0).total()).isEqualTo(Money.of("460.80"));
    assertThat(next.sums().get(0).credit()).isEqualTo(Money.ZERO);
    billed = booked(billed, next);
    assertThat(plan(DECEMBER, anew, Map.of(), billed).newBills()).isEmpty();
    assertThat(plan(DECEMBER, anew, Map.of(), billed).sums()).isEqualTo(next.sums());
  }

  @Test
  void aCreditThatPaysForAllNewMonthsLeavesABillOfNothingAndItsRest() {
    ElectionRecord january = election(InsuranceKind.PENSION, "3746", 1);
    TopUpBilled billed = booked(NOTHING, september(List.of(january), NOTHING));
    List<ElectionRecord> anew =
        List.of(january.voided(YearMonth.of(2022, 1)), election(InsuranceKind.PENSION, "3800", 8));

    TopUpPlan plan = september(anew, billed);
    assertThat(plan.takenBack()).hasSize(9);
    assertThat(plan.newBills())
        .singleElement()
        .satisfies(
            bill -> {
              assertThat(bill.amount()).isEqualTo(Money.ZERO);
              assertThat(bill.months()).hasSize(2);
            });
    assertThat(plan.sums().get(0).credit()).isEqualTo(Money.of("349.20"));
    billed = booked(billed, plan);
    assertThat(september(anew, billed).newBills()).isEmpty();
    // Three more months at 36.00 are paid by the credit, too.
    TopUpPlan later = plan(DECEMBER, anew, Map.of(), billed);
    assertThat(later.newBills().get(0).amount()).isEqualTo(Money.ZERO);
    assertThat(later.sums().get(0).credit()).isEqualTo(Money.of("241.20"));
  }

  @Test
  void theSameBaseChosenAnewLetsTheBillStand() {
    ElectionRecord january = election(InsuranceKind.PENSION, "3746", 1);
    TopUpBilled billed = booked(NOTHING, september(List.of(january), NOTHING));
    List<ElectionRecord> anew =
        List.of(january.voided(YearMonth.of(2022, 6)), election(InsuranceKind.PENSION, "3746", 6));

    TopUpPlan plan = september(anew, billed);
    assertThat(plan.takenBack()).isEmpty();
    assertThat(plan.newBills()).isEmpty();
  }

  @Test
  void aRetirementThatBecomesKnownLaterTakesMedicalBackAndPensionFromItsMonthOn() {
    List<ElectionRecord> both =
        List.of(
            election(InsuranceKind.PENSION, "3746", 1), election(InsuranceKind.MEDICAL, "3746", 1));
    TopUpBilled billed = booked(NOTHING, september(both, NOTHING));
    Map<IdNumber, Retirement> retired = Map.of(WANG, new Retirement("王一", YearMonth.of(2022, 8)));

    TopUpPlan plan = plan(LocalDate.of(2022, 9, 30), both, retired, billed);
    assertThat(plan.sums())
        .extracting(sum -> sum.months().size(), sum -> sum.takenBack().size())
        .containsExactly(tuple(7, 2), tuple(0, 9));
    assertThat(plan.leftOut()).extracting(each -> each.kind()).containsExactly("医疗");
    // As of July nobody had retired yet: both kinds end with the month before the retirement.
    assertThat(plan(LocalDate.of(2022, 7, 31), both, retired, billed).takenBack())
        .extracting(month -> month.line().month().getMonthValue())
        .containsExactly(8, 9, 8, 9);
  }

  @Test
  void anEarlierBusinessDateTakesNothingBack() {
    List<ElectionRecord> elections = List.of(election(InsuranceKind.PENSION, "3746", 1));
    TopUpBilled billed = booked(NOTHING, september(elections, NOTHING));

    assertThat(plan(LocalDate.of(2022, 2, 1), elections, Map.of(), billed).takenBack()).isEmpty();
  }

  /** 140.40 was billed too much in another year; twelve months of 46.80 are due in this one. */
  @Test
  void aCreditOfAnotherYearIsSubtractedOnce() {
    List<ElectionRecord> elections = List.of(election(InsuranceKind.PENSION, "3746", 1));
    TopUpBilled before = carried("140.40", InsuranceKind.PENSION);
    TopUpPlan plan = plan(DECEMBER, elections, Map.of(), before);
    assertThat(plan.newBills()).extracting(TopUpBill::amount).containsExactly(Money.of("421.20"));
    assertThat(plan.sums().get(0).total()).isEqualTo(Money.of("561.60"));
    assertThat(plan.sums().get(0).credit()).isEqualTo(Money.ZERO);
    assertThat(plan(DECEMBER, elections, Map.of(), booked(before, plan)).newBills()).isEmpty();

    assertThat(
            plan(DECEMBER, elections, Map.of(), carried("140.40", InsuranceKind.MEDICAL))
                .newBills())
        .extracting(TopUpBill::amount)
        .containsExactly(Money.of("561.60"));
  }

  /** The other year's bill was smaller by 140.40, which was a credit of this one. */
  @Test
  void aCreditThatAnotherYearUsedIsNotUsedAgain() {
    ElectionRecord january = election(InsuranceKind.PENSION, "3746", 1);
    TopUpBilled billed = booked(NOTHING, september(List.of(january), NOTHING));
    List<ElectionRecord> voided = List.of(january.voided(YearMonth.of(2022, 7)));
    TopUpBilled after = booked(billed, september(voided, billed));
    TopUpBilled used =
        new TopUpBilled(
            after.months(),
            after.takenBack(),
            after.bills(),
            carried("-140.40", InsuranceKind.PENSION).carried());
    TopUpPlan plan = september(voided, used);
    assertThat(plan.newBills()).isEmpty();
    assertThat(plan.sums().get(0).credit()).isEqualTo(Money.ZERO);
  }

  @Test
  void aCreditOfAnotherYearIsShownToWhomNothingIsBilled() {
    TopUpPlan plan =
        plan(
            DECEMBER,
            List.of(election(InsuranceKind.PENSION, "5000", 1)),
            Map.of(),
            carried("140.40", InsuranceKind.PENSION));
    assertThat(plan.newBills()).isEmpty();
    assertThat(plan.sums())
        .singleElement()
        .satisfies(sum -> assertThat(sum.credit()).isEqualTo(Money.of("140.40")));
    assertThat(plan.leftOut()).hasSize(1);
  }

  private static TopUpBilled carried(String amount, InsuranceKind kind) {
    return new TopUpBilled(
        List.of(), List.of(), List.of(), List.of(new TopUpCarried(WANG, kind, Money.of(amount))));
  }

  private static TopUpPlan september(List<ElectionRecord> elections, TopUpBilled billed) {
    return plan(LocalDate.of(2022, 9, 30), elections, Map.of(), billed);
  }

  /** What the ledger holds after the plan was put into it. */
  private static TopUpBilled booked(TopUpBilled before, TopUpPlan plan) {
    List<TopUpMonth> months = new ArrayList<>(before.months());
    months.removeAll(plan.takenBack());
    List<TopUpMonth> back = new ArrayList<>(before.takenBack());
    back.addAll(plan.takenBack());
    List<TopUpBill> bills = new ArrayList<>(before.bills());
    for (TopUpBill bill : plan.newBills()) {
      bills.add(bill);
      months.addAll(bill.months());
    }
    return new TopUpBilled(months, back, bills, before.carried());
  }

  @Test
  void aLaterElectionEndsTheOneBefore() {
    TopUpPlan plan =
        plan(
            DECEMBER,
            List.of(
                election(InsuranceKind.PENSION, "3746", 1),
                election(InsuranceKind.PENSION, "3980", 4)),
            Map.of(),
            NOTHING);

    assertThat(plan.newBills().get(0).months())
        .extracting(month -> month.line().month())
        .containsExactly(YearMonth.of(2022, 1), YearMonth.of(2022, 2), YearMonth.of(2022, 3));
  }

  @Test
  void whoRetiredWithinTheYearTopsUpThePensionOnly() {
    TopUpPlan plan =
        plan(
            DECEMBER,
            List.of(
                election(InsuranceKind.PENSION, "3746", 1),
                election(InsuranceKind.MEDICAL, "3746", 1)),
            Map.of(WANG, new Retirement("王一", YearMonth.of(2022, 7))),
            NOTHING);

    assertThat(plan.newBills()).extracting(TopUpBill::kind).containsExactly(InsuranceKind.PENSION);
    assertThat(plan.newBills().get(0).months()).hasSize(6);
    assertThat(plan.leftOut())
        .singleElement()
        .satisfies(
            left -> {
              assertThat(left.kind()).isEqualTo("医疗");
              assertThat(left.reason()).isEqualTo(TopUpOutcome.Reason.RETIRED_IN_YEAR);
            });
  }

  @Test
  void whoIsOnTheListOfTheRetiredWithoutAnElectionIsLeftOutOfEveryKind() {
    TopUpPlan plan =
        plan(
            DECEMBER,
            List.of(),
            Map.of(WANG, new Retirement("王一", YearMonth.of(2022, 7))),
            NOTHING);

    assertThat(plan.newBills()).isEmpty();
    assertThat(plan.leftOut())
        .singleElement()
        .satisfies(
            left -> {
              assertThat(left.kind())
                  .isEqualTo(InsuranceKind.titles(RegionPolicies.byKind(WEIFANG).keySet()));
              assertThat(left.reason()).isEqualTo(TopUpOutcome.Reason.NOT_ASSESSED_HERE);
            });
  }

  private static TopUpPlan plan(
      LocalDate businessDate,
      List<ElectionRecord> elections,
      Map<IdNumber, Retirement> retired,
      TopUpBilled billed) {
    return new TopUpPlan(
        new TopUpPlan.Scope(WEIFANG.name(), 2022, businessDate, RegionPolicies.byKind(WEIFANG)),
        elections,
        retired,
        billed);
  }

  private static ElectionRecord election(InsuranceKind kind, String base, int fromMonth) {
    return new ElectionRecord(
        fromMonth,
        kind,
        WANG,
        "王一",
        Money.of(base),
        PaymentRhythm.MONTHLY,
        YearMonth.of(2022, fromMonth),
        true,
        Optional.empty());
  }
}
