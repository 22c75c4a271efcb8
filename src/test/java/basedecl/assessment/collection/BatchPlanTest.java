package basedecl.assessment.collection;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.assessment.latefee.EmployerDue.Method;
import basedecl.money.Money;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BatchPlanTest {

  private static final YearMonth JANUARY = YearMonth.of(2024, 1);
  private static final BatchPlan PLAN = new BatchPlan(YearMonth.of(2024, 2), true);

  private final Map<EmployerMonth, Sent> sent = new HashMap<>();

  @Test
  void aMonthThatWasNeverSentIsSentWholeAndAgainOnlyWhereItIsAnother() {
    assertThat(batch(PLAN, declared("E1", 1, 2, "100", "0")))
        .containsExactly("E1 2024-01 DECLARED 2 100.00 0.00");
    assertThat(batch(PLAN, declared("E1", 1, 2, "100", "0"))).isEmpty();
    assertThat(batch(PLAN, declared("E1", 2, 3, "90", "0")))
        .containsExactly("E1 2024-01 CORRECTED 1 -10.00 0.00");
    assertThat(batch(PLAN, declared("E1", 2, 3, "95", "0")))
        .containsExactly("E1 2024-01 LIMITS 0 5.00 0.00");
    assertThat(batch(PLAN, declared("E1", 2, 2, "60", "0")))
        .containsExactly("E1 2024-01 STAFF -1 -35.00 0.00");
  }

  @Test
  void whatAnAuditAssessedAndWhatADeclarationTookThePlaceOfIsTold() {
    batch(PLAN, declared("E1", 1, 2, "100", "0"));
    Claim assessed = declared("E1", 2, 2, "120", "0");
    assertThat(
            batch(
                PLAN, new Claim(assessed.key(), assessed.basis(), true, assessed.figures(), false)))
        .containsExactly("E1 2024-01 ASSESSED 0 20.00 0.00");
    assertThat(batch(PLAN, imputed("E2", "110"), declared("E1", 2, 2, "120", "0")))
        .containsExactly("E2 2024-01 IMPUTED 0 110.00 0.00");
    assertThat(batch(PLAN, declared("E2", 3, 1, "40", "0"), declared("E1", 2, 2, "120", "0")))
        .containsExactly("E2 2024-01 DECLARED_SINCE 1 -70.00 0.00");
  }

  @Test
  void aLateFeeThatGrowsGoesAlongAndOneThatStandsMakesABatch() {
    batch(PLAN, declared("E1", 1, 2, "100", "0"));
    Claim growing = growing(declared("E1", 1, 2, "100", "0.05"));
    assertThat(batch(PLAN, growing)).isEmpty();
    assertThat(batch(PLAN, growing, declared("E2", 2, 1, "50", "0")))
        .containsExactly("E1 2024-01 LATE_FEE 0 0.00 0.05", "E2 2024-01 DECLARED 1 50.00 0.00");
    assertThat(batch(PLAN, declared("E1", 1, 2, "100", "0.10"), declared("E2", 2, 1, "50", "0")))
        .containsExactly("E1 2024-01 LATE_FEE 0 0.00 0.05");
  }

  @Test
  void withoutLateFeesThoseSentBeforeStay() {
    batch(PLAN, declared("E1", 1, 2, "100", "0.05"));
    BatchPlan without = new BatchPlan(PLAN.upTo(), false);
    assertThat(batch(without, declared("E1", 1, 2, "100", "0"))).isEmpty();
    assertThat(batch(without, declared("E1", 2, 2, "110", "0")))
        .containsExactly("E1 2024-01 CORRECTED 0 10.00 0.00");
    assertThat(batch(without)).containsExactly("E1 2024-01 ENDED -2 -110.00 0.00");
    assertThat(batch(without)).isEmpty();
  }

  @Test
  void whatIsNoLongerDueIsTakenBackButNotWhatIsPastTheMonthOrNotKnown() {
    batch(PLAN, declared("E1", 1, 2, "100", "0"), imputed("E2", "110"));
    Claim unknown =
        new Claim(
            new EmployerMonth("E2", JANUARY),
            new Claim.Basis(Method.IMPUTED, OptionalLong.empty()),
            false,
            Optional.empty(),
            false);
    assertThat(new BatchPlan(YearMonth.of(2023, 12), true).lines(List.of(), sent)).isEmpty();
    assertThat(batch(PLAN, unknown)).containsExactly("E1 2024-01 ENDED -2 -100.00 0.00");
  }

  @Test
  void allBatchesTogetherAreWhatIsDueWhateverHappened() {
    SplittableRandom random = new SplittableRandom(20240220);
    Map<EmployerMonth, Collected> sum = new HashMap<>();
    List<Claim> claims = List.of();
    for (int day = 0; day < 400; day++) {
      List<Claim> owed = new ArrayList<>();
      for (int employer = 0; employer < 6; employer++) {
        if (random.nextInt(5) > 0) {
          int persons = random.nextInt(3);
          owed.add(declared("E" + employer, random.nextInt(3), persons, persons * 10 + ".5", "0"));
        }
      }
      claims = owed;
      for (BatchLine line : PLAN.lines(claims, sent)) {
        sent.put(line.key(), new Sent(line.basis(), line.after()));
        sum.merge(line.key(), line.difference(), Collected::plus);
      }
    }
    Map<EmployerMonth, Collected> due = new HashMap<>();
    claims.forEach(claim -> due.put(claim.key(), claim.figures().orElseThrow()));
    sum.values().removeIf(Collected.NOTHING::equals);
    assertThat(sum).isEqualTo(due);
  }

  /** A batch as lines of text, kept as sent. */
  private List<String> batch(BatchPlan plan, Claim... claims) {
    List<BatchLine> lines = plan.lines(List.of(claims), sent);
    lines.forEach(line -> sent.put(line.key(), new Sent(line.basis(), line.after())));
    return lines.stream()
        .map(
            line ->
                String.join(
                    " ",
                    line.key().employerCode(),
                    line.key().period().toString(),
                    line.cause().name(),
                    Long.toString(line.difference().persons()),
                    line.difference().principal().toString(),
                    line.difference().lateFee().toString()))
        .toList();
  }

  private static Claim declared(
      String employer, long declaration, long persons, String due, String fee) {
    return new Claim(
        new EmployerMonth(employer, JANUARY),
        new Claim.Basis(Method.DECLARED, OptionalLong.of(declaration)),
        false,
        Optional.of(figures(persons, due, fee)),
        false);
  }

  private static Claim imputed(String employer, String due) {
    return new Claim(
        new EmployerMonth(employer, JANUARY),
        new Claim.Basis(Method.IMPUTED, OptionalLong.empty()),
        false,
        Optional.of(figures(0, due, "0")),
        false);
  }

  private static Claim growing(Claim claim) {
    return new Claim(claim.key(), claim.basis(), claim.assessed(), claim.figures(), true);
  }

  private static Collected figures(long persons, String due, String fee) {
    return new Collected(persons, Money.ZERO, Money.of(due), Money.ZERO, Money.of(fee));
  }
}
