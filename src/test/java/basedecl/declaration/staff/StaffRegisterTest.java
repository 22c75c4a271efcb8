package basedecl.declaration.staff;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.declaration.row.MonthsInService;
import basedecl.person.DocumentKind;
import basedecl.person.IdNumber;
import basedecl.rules.RuleCase;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who counts where, one change after the other: {@code rules/staff-changes.yaml}. */
class StaffRegisterTest {

  private static final IdNumber PERSON = new IdNumber("370700199805120011");
  private static final List<String> EMPLOYERS = List.of("A", "B", "C");

  static Stream<RuleCase> cases() {
    return RuleCase.of("staff-changes.yaml");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aPersonCountsWithOneEmployerAtATime(RuleCase rule) {
    StaffRegister register = new StaffRegister();
    words(rule, "standing")
        .forEach(employer -> register.put(employer, PERSON, MonthsInService.ALWAYS));
    List<String> refused = new ArrayList<>();
    for (String batch : List.of("changes", "then")) {
      words(rule, batch).stream()
          .map(StaffRegisterTest::change)
          .sorted(StaffChange.ORDER)
          .forEach(
              change ->
                  register
                      .take(change)
                      .ifPresent(refusal -> refused.add(text(change) + " " + refusal.code())));
    }
    List<String> months = new ArrayList<>();
    for (String employer : EMPLOYERS) {
      register
          .months(employer, PERSON)
          .ifPresent(served -> months.add(employer + " " + title(served)));
    }
    assertThat(String.join(" ", months)).isEqualTo(rule.get("months"));
    assertThat(String.join(" ", refused)).isEqualTo(rule.get("refused", ""));
  }

  private static List<String> words(RuleCase rule, String key) {
    String text = rule.get(key, "");
    return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
  }

  private static StaffChange change(String text) {
    List<String> parts = List.of(text.split("/", -1));
    return new StaffChange(
        parts.get(0),
        "孟晓岚",
        DocumentKind.RESIDENT_ID,
        PERSON,
        Objects.requireNonNull(StaffChangeKind.byWord().get(parts.get(1))),
        YearMonth.parse(parts.get(2)),
        Optional.empty());
  }

  private static String text(StaffChange change) {
    return change.employer() + "/" + change.kind().title() + "/" + change.from();
  }

  private static String title(MonthsInService served) {
    MonthsInService ofYear = served.within(2024);
    return served.isAlways() ? "全年" : ofYear.spans().isEmpty() ? "-" : ofYear.title();
  }
}
