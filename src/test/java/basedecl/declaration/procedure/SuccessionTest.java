package basedecl.declaration.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.declaration.procedure.Succession.Change;
import basedecl.policy.Population;
import basedecl.rules.RuleCase;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SuccessionTest {

  @TestFactory
  Stream<DynamicTest> versionsByTheirCases() {
    return RuleCase.tests(
        "versions.yaml",
        rule -> {
          EmployerVersions versions =
              new EmployerVersions(Population.valueOf(value(rule, "population")));
          for (String step : value(rule, "happens").split(" ", -1)) {
            versions.happens(step);
          }
          assertThat(versions.told()).isEqualTo(value(rule, "versions"));
        });
  }

  private static String value(Map<String, String> rule, String key) {
    return Objects.requireNonNull(rule.get(key));
  }

  /** One employer's versions of 2024 as the succession leaves them. */
  private static final class EmployerVersions {

    private static final Map<String, DeclarationState> DECISIONS =
        Map.of(
            "通过", DeclarationState.APPROVED,
            "退回", DeclarationState.RETURNED,
            "确认", DeclarationState.CONFIRMED,
            "重开", DeclarationState.REOPENED);

    private final Population population;
    private final Map<Long, Change> versions = new TreeMap<>();
    private final Map<Long, YearMonth> declaredIn = new TreeMap<>();
    private long last;

    EmployerVersions(Population population) {
      this.population = population;
    }

    void happens(String step) {
      if (DECISIONS.containsKey(step)) {
        decided(Objects.requireNonNull(DECISIONS.get(step)));
        return;
      }
      if (step.contains("核定")) {
        assessed(step);
        return;
      }
      Succession succession = Succession.of(population, ++last, standing());
      if (step.startsWith("未受理")) {
        assertThat(succession).isInstanceOf(Succession.Closed.class);
      } else {
        declaredIn.put(last, YearMonth.parse("2024-" + step.substring(1)));
        succession.changes().forEach(this::put);
      }
    }

    private void assessed(String step) {
      Optional<Succession.Assessed> assessed = Succession.assessed(last + 1, standing());
      assertThat(assessed.isEmpty()).isEqualTo(step.startsWith("不能"));
      if (assessed.isPresent()) {
        declaredIn.put(++last, YearMonth.parse("2024-" + step.substring(2)));
        assessed.get().changes().forEach(this::put);
      }
    }

    private void decided(DeclarationState state) {
      Change newest =
          Objects.requireNonNull(versions.get(standing().newest().orElseThrow().declaration()));
      put(new Change(newest.declaration(), newest.standing(), state, newest.version()));
      if (state == DeclarationState.APPROVED) {
        Succession.approved(standing()).ifPresent(all -> all.changes().forEach(this::put));
      }
    }

    private void put(Change change) {
      versions.put(change.declaration(), change);
    }

    private StandingVersions standing() {
      return new StandingVersions(
          version(VersionStanding.CURRENT), version(VersionStanding.PENDING));
    }

    private Optional<StandingVersion> version(VersionStanding standing) {
      return versions.values().stream()
          .filter(change -> change.standing() == standing)
          .map(c -> new StandingVersion(c.declaration(), c.version().orElseThrow(), c.state()))
          .findFirst();
    }

    String told() {
      List<Optional<YearMonth>> months =
          DeclarationProcedure.effectiveFrom(
              2024,
              versions.values().stream()
                  .map(
                      c ->
                          new DeclarationProcedure.Version(
                              c.state(), Objects.requireNonNull(declaredIn.get(c.declaration()))))
                  .toList());
      List<String> told = new ArrayList<>();
      for (Change change : versions.values()) {
        told.add(
            change.version().orElseThrow()
                + "/"
                + change.standing()
                + "/"
                + change.state()
                + "/"
                + months.get(told.size()).map(YearMonth::toString).orElse("-"));
      }
      return String.join(" ", told);
    }
  }

  @Test
  void aVersionReplacedInItsOwnRunIsSupersededAndALaterReplacementLeavesItAccepted() {
    assertThat(VersionStanding.REPLACED.verdict(true)).isEqualTo(Verdict.SUPERSEDED);
    assertThat(VersionStanding.REPLACED.verdict(false)).isEqualTo(Verdict.ACCEPTED);
    assertThat(VersionStanding.CURRENT.verdict(false)).isEqualTo(Verdict.ACCEPTED);
    assertThat(VersionStanding.PENDING.verdict(false)).isEqualTo(Verdict.ACCEPTED);
    assertThat(VersionStanding.REJECTED.verdict(false)).isEqualTo(Verdict.REJECTED);
  }

  @Test
  void theLastDecisionCountsAndTheFirstDayInAState() {
    StateHistory history =
        new StateHistory(
            List.of(
                entry(DeclarationState.ACCEPTED, 2, ""),
                entry(DeclarationState.UNDER_REVIEW, 5, ""),
                entry(DeclarationState.RETURNED, 8, "材料不齐")));
    assertThat(history.decision()).contains(entry(DeclarationState.RETURNED, 8, "材料不齐"));
    assertThat(history.since(DeclarationState.ACCEPTED)).contains(LocalDate.of(2024, 1, 2));
    assertThat(history.since(DeclarationState.CONFIRMED)).isEmpty();
    assertThat(StateHistory.NONE.decision()).isEmpty();
  }

  private static StateHistory.Entry entry(DeclarationState state, int day, String reason) {
    return new StateHistory.Entry(state, LocalDate.of(2024, 1, day), reason);
  }
}
