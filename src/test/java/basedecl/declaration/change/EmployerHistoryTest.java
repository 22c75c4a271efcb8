package basedecl.declaration.change;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.cell.RowFault;
import basedecl.declaration.Employer;
import basedecl.policy.Agency;
import basedecl.policy.AgencyDirectory;
import basedecl.policy.rule.Citation;
import basedecl.rules.RuleCase;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EmployerHistoryTest {

  private static final Set<String> ROSTER = Set.of("甲", "乙", "丙");
  private static final AgencyDirectory OFFICES =
      new AgencyDirectory(
          "潍坊",
          List.of(
              new Agency("市直", List.of(), Optional.empty()),
              new Agency("奎文区", List.of(), Optional.empty())),
          Optional.empty(),
          new Citation("样例", false));

  @TestFactory
  Stream<DynamicTest> changesAreTakenOrRefusedAsTheCasesSay() {
    return RuleCase.tests("employer-changes.yaml", EmployerHistoryTest::holds);
  }

  private static void holds(Map<String, String> rule) {
    EmployerHistory record =
        history(parts(rule, "record").map(EmployerHistoryTest::change).toList());
    EmployerChange line = change(rule.getOrDefault("line", ""));
    Collection<RowFault> faults =
        new ChangeCheck(2024, ROSTER::contains, Optional.of(OFFICES), record).faults(line).values();
    assertThat(faults.stream().map(fault -> fault.code().name()))
        .containsExactlyElementsOf(Optional.ofNullable(rule.get("refused")).stream().toList());
    EmployerHistory after = record.with(new KeptChange(line, "", ""));
    parts(rule, "owes")
        .map(text -> text.split(" ", -1))
        .forEach(
            owes ->
                assertThat(after.owes(owes[0], YearMonth.parse(owes[1])))
                    .as(owes[0] + owes[1])
                    .isEqualTo(owes[2].equals("是")));
    parts(rule, "heir")
        .map(text -> text.split(" ", -1))
        .forEach(
            heir ->
                assertThat(after.heir(heir[0], LocalDate.parse(heir[1])))
                    .as(heir[0] + heir[1])
                    .isEqualTo(heir[2]));
  }

  private static Stream<String> parts(Map<String, String> rule, String key) {
    return Stream.of(rule.getOrDefault(key, "").split("；", -1)).filter(text -> !text.isEmpty());
  }

  @Test
  void anOldNameOfTheRosterDoesNotUndoAChangeAndAThirdOneIsNewer() {
    EmployerHistory history =
        new EmployerHistory(
            List.of(
                new KeptChange(change("甲 更名 2024-02-01 二"), "一", "市直"),
                new KeptChange(change("甲 更名 2024-04-01 三"), "二", "市直")));
    assertThat(nameOn(history, "2024-01-31", "一")).isEqualTo("一");
    assertThat(nameOn(history, "2024-02-01", "一")).isEqualTo("二 outdated");
    assertThat(nameOn(history, "2024-03-31", "二")).isEqualTo("二");
    assertThat(nameOn(history, "2024-04-01", "一")).isEqualTo("三 outdated");
    assertThat(nameOn(history, "2024-04-01", "三")).isEqualTo("三");
    assertThat(nameOn(history, "2024-04-01", "四")).isEqualTo("四");
  }

  @Test
  void anEarlierChangeThatIsToldLaterStandsBetweenTheNamesOnRecord() {
    KeptChange later = new KeptChange(change("甲 更名 2024-04-01 三"), "一", "市直");
    EmployerHistory history = history(List.of()).with(later);
    LocalDate between = LocalDate.of(2024, 2, 1);
    assertThat(history.nameOnTheEve("甲", between)).contains("一");
    EmployerHistory both = history.with(new KeptChange(change("甲 更名 2024-02-01 二"), "一", "市直"));
    assertThat(both.nameBefore(later)).isEqualTo("二");
    assertThat(both.nameOnTheEve("甲", LocalDate.of(2024, 5, 1))).contains("三");
  }

  @Test
  void whoEndedStaysKnownAndWhoSplitOffIsKnownFromItsDayOn() {
    EmployerHistory history =
        history(List.of(change("甲 注销 2024-02-01"), change("乙 分立 2024-03-01 丁")));
    List<Employer> known = List.of(employer("甲", "甲"), employer("乙", "乙"));
    List<Employer> handed = List.of(employer("乙", "乙"));
    assertThat(history.on(LocalDate.of(2024, 2, 29), handed, known).employers())
        .extracting(Employer::code)
        .containsExactly("乙", "甲");
    Picture march = history.on(LocalDate.of(2024, 3, 1), handed, known);
    assertThat(march.employers()).extracting(Employer::code).containsExactly("乙", "甲", "丁");
    assertThat(march.roster().active()).extracting(Employer::code).containsExactly("乙", "丁");
  }

  @Test
  void monthsPassOnceAndToTheLastOfAChain() {
    EmployerChange split =
        new EmployerChange(
            "甲",
            ChangeKind.SPLIT,
            LocalDate.of(2024, 2, 1),
            Optional.of("丁"),
            Optional.empty(),
            Optional.of("丁"),
            true,
            "");
    EmployerHistory history =
        history(List.of(split, change("甲 合并 2024-03-15 乙"), change("乙 合并 2024-05-01 丙")));
    YearMonth february = YearMonth.of(2024, 2);
    YearMonth april = YearMonth.of(2024, 4);
    assertThat(history.inheritances(LocalDate.of(2024, 4, 30)))
        .containsExactly(
            new Inheritance("甲", "丁", Optional.empty(), february),
            new Inheritance("甲", "乙", Optional.of(february), april));
    assertThat(history.inheritances(LocalDate.of(2024, 5, 1)))
        .containsExactly(
            new Inheritance("甲", "丁", Optional.empty(), february),
            new Inheritance("乙", "丙", Optional.empty(), YearMonth.of(2024, 5)),
            new Inheritance("甲", "丙", Optional.of(february), april));
    Inheritance passed = new Inheritance("甲", "乙", Optional.of(february), april);
    assertThat(passed.covers(YearMonth.of(2024, 1))).isFalse();
    assertThat(passed.covers(february)).isTrue();
    assertThat(passed.covers(YearMonth.of(2024, 3))).isTrue();
    assertThat(passed.covers(april)).isFalse();
  }

  private static String nameOn(EmployerHistory history, String day, String handed) {
    Picture picture = history.on(LocalDate.parse(day), List.of(employer("甲", handed)), List.of());
    return picture.employers().get(0).name() + (picture.outdated().isEmpty() ? "" : " outdated");
  }

  private static EmployerHistory history(List<EmployerChange> changes) {
    return new EmployerHistory(changes.stream().map(each -> new KeptChange(each, "", "")).toList());
  }

  private static Employer employer(String code, String name) {
    return new Employer(
        code,
        name,
        Optional.empty(),
        "市直",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** 甲 合并 2024-02-15 乙. */
  private static EmployerChange change(String text) {
    String[] words = text.split(" ", -1);
    ChangeKind kind = Optional.ofNullable(ChangeKind.byWord().get(words[1])).orElseThrow();
    Optional<String> more = words.length > 3 ? Optional.of(words[3]) : Optional.empty();
    boolean partner = kind == ChangeKind.MERGED || kind == ChangeKind.SPLIT;
    return new EmployerChange(
        words[0],
        kind,
        LocalDate.parse(words[2]),
        kind == ChangeKind.RENAMED || kind == ChangeKind.SPLIT ? more : Optional.empty(),
        kind == ChangeKind.MOVED ? more : Optional.empty(),
        partner ? more : Optional.empty(),
        kind == ChangeKind.MERGED,
        "");
  }
}
