package basedecl.job.topup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import basedecl.assessment.latefee.PaymentRhythm;
import basedecl.assessment.topup.TopUpOutcome;
import basedecl.job.run.RegionPolicies;
import basedecl.job.run.Rulebook;
import basedecl.job.run.RunContext;
import basedecl.job.topup.RetiredPersons.Retired;
import basedecl.ledger.flexible.ElectionRecord;
import basedecl.ledger.flexible.TopUpBill;
import basedecl.ledger.flexible.TopUpMonth;
import basedecl.ledger.run.RunRecord;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import basedecl.policyfile.PolicyFiles;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 3746 topped up to 3980 at 20 %: 46.80 a month, until 2022-12-31 (domain 6). */
class TopUpPlanTest {

  private static final IdNumber WANG = new IdNumber("370702199001010012");
  private static final LocalDate DECEMBER = LocalDate.of(2022, 12, 15);
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
            List.of());

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
    List<TopUpMonth> billed =
        plan(
                LocalDate.of(2022, 9, 30),
                List.of(election(InsuranceKind.PENSION, "3746", 1)),
                Map.of(),
                List.of())
            .newBills()
            .get(0)
            .months();
    TopUpPlan later =
        plan(DECEMBER, List.of(election(InsuranceKind.PENSION, "3746", 1)), Map.of(), billed);

    assertThat(billed).hasSize(9);
    assertThat(later.newBills()).hasSize(1);
    assertThat(later.newBills().get(0).months())
        .extracting(month -> month.line().month())
        .containsExactly(YearMonth.of(2022, 10), YearMonth.of(2022, 11), YearMonth.of(2022, 12));
    assertThat(later.sums().get(0).total()).isEqualTo(Money.of("561.60"));
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
            List.of());

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
            Map.of(WANG, new Retired("王一", YearMonth.of(2022, 7))),
            List.of());

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
            DECEMBER, List.of(), Map.of(WANG, new Retired("王一", YearMonth.of(2022, 7))), List.of());

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
      Map<IdNumber, Retired> retired,
      List<TopUpMonth> billed) {
    RunRecord run =
        new RunRecord(
            1,
            "top-up",
            WEIFANG.name(),
            WEIFANG.version(),
            2022,
            businessDate,
            1,
            RunRecord.State.RUNNING,
            businessDate.atStartOfDay(),
            Optional.empty());
    return new TopUpPlan(new RunContext(run, WEIFANG), elections, retired, billed, 0);
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
