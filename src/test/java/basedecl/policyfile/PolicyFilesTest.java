package basedecl.policyfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import basedecl.message.Language;
import basedecl.message.RefusedException;
import basedecl.money.Money;
import basedecl.policy.AgencyDirectory;
import basedecl.policy.Policy;
import basedecl.policy.PolicyBook;
import basedecl.policy.rule.Citation;
import basedecl.policy.rule.RestDayRule;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFilesTest {

  private static final String LIMITS =
      """
      limits:
        - {year: 2024, from: 2024-01, lower: %s, upper: %s, status: final, published: 2023-12-25, citation: 甲文}
      """;

  private static Path policy(Path folder, String name, String rest) throws IOException {
    return Files.writeString(folder.resolve(name + ".yaml"), "policy: " + name + "\n" + rest);
  }

  private static void assertRefused(ThrowingCallable call, String english, String chinese) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(call)
        .satisfies(
            refused -> {
              assertThat(refused.text().in(Language.EN)).isEqualTo(english);
              assertThat(refused.text().in(Language.ZH)).isEqualTo(chinese);
            });
  }

  @Test
  void aPolicyOfTheFolderReplacesTheShippedOneAndLeavesTheOthers(@TempDir Path folder)
      throws IOException {
    policy(folder, "weifang-employee-medical", LIMITS.formatted("5000", "25000.50"));
    PolicyBook shelf = PolicyFiles.load(Optional.of(folder));
    Policy replaced = shelf.require("weifang-employee-medical");
    assertThat(replaced.limits()).hasSize(1);
    assertThat(replaced.limits().get(0).limits().upper()).isEqualTo(Money.of("25000.50"));
    assertThat(replaced.rates()).isEmpty();
    assertThat(replaced.source()).isEqualTo(folder + "/weifang-employee-medical.yaml");
    assertThat(shelf.require("weifang-flexible-pension").limits()).hasSize(2);
  }

  @Test
  void aPolicyThatNamesNoAgenciesHasThoseOfItsRegion(@TempDir Path folder) throws IOException {
    policy(folder, "weifang-employee-injury", LIMITS.formatted("4242", "21207"));
    Policy policy = PolicyFiles.load(Optional.of(folder)).require("weifang-employee-injury");
    assertThat(policy.agencies()).hasSize(17);
  }

  @Test
  void agenciesOfTheFolderReplaceTheShippedOnes(@TempDir Path folder) throws IOException {
    Files.createDirectory(folder.resolve("agencies"));
    Files.writeString(
        folder.resolve("agencies/weifang.yaml"),
        "agencies: weifang\ncitation: 甲文\noffices:\n  - {name: 市直, telephones: ['1', '2']}\n");
    Policy policy = PolicyFiles.load(Optional.of(folder)).require("weifang-employee-medical");
    assertThat(policy.agencies()).extracting(a -> a.telephoneText()).containsExactly("1、2");
    assertThat(policy.agencyDirectory().map(AgencyDirectory::citation))
        .contains(new Citation("甲文"));
  }

  @Test
  void onlyEmployersAreImputedByNationalLawAndOnlyWhereTheFileIsSilent(@TempDir Path folder)
      throws IOException {
    policy(folder, "x-employee-medical", LIMITS.formatted("1", "2"));
    policy(
        folder,
        "y-employee-medical",
        LIMITS.formatted("1", "2")
            + "imputation: [{from: 2011-07-01, factor: 1.20, citation: 乙文}]\n");
    PolicyBook shelf = PolicyFiles.load(Optional.of(folder));
    LocalDate day = LocalDate.of(2024, 1, 26);
    assertThat(shelf.require("x-employee-medical").imputationFor(day).orElseThrow().factor())
        .isEqualByComparingTo("1.10");
    assertThat(shelf.require("y-employee-medical").imputationFor(day).orElseThrow().factor())
        .isEqualByComparingTo("1.20");
    assertThat(shelf.require("x-employee-medical").imputationFor(LocalDate.of(2011, 6, 30)))
        .isEmpty();
    assertThat(shelf.require("x-employee-medical").lateFees()).isEmpty();
  }

  @Test
  void aPolicyForRetireesNeedsNoLimits(@TempDir Path folder) throws IOException {
    policy(folder, "x-retiree-medical", "title: 退休人员\n");
    assertThat(PolicyFiles.load(Optional.of(folder)).require("x-retiree-medical").limits())
        .isEmpty();
  }

  @Test
  void aByteOrderMarkAndQuotedValuesAreRead(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("x-employee-medical.yaml"),
        "\uFEFFpolicy: 'x-employee-medical'\n"
            + LIMITS.formatted("\"4242.10\"", "'21207'").replace("2024-01,", "'2024-01',"));
    Policy policy = PolicyFiles.load(Optional.of(folder)).require("x-employee-medical");
    assertThat(policy.limits().get(0).limits().lower()).isEqualTo(Money.of("4242.10"));
    assertThat(policy.limits().get(0).from()).isEqualTo(YearMonth.of(2024, 1));
  }

  @Test
  void theVersionChangesWithTheFile(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("x-employee-medical.yaml"),
        "policy: x-employee-medical\nlimits:\n  - {year: 2024, from: 2024-01, lower: 1, upper: 2,"
            + " status: final, published: 2024-01-01, citation: a}\n");
    String first = PolicyFiles.load(Optional.of(folder)).require("x-employee-medical").version();
    Files.writeString(
        folder.resolve("x-employee-medical.yaml"),
        "policy: x-employee-medical\nlimits:\n  - {year: 2024, from: 2024-01, lower: 1, upper: 3,"
            + " status: final, published: 2024-01-01, citation: a}\n");
    assertThat(first).matches("[0-9a-f]{12}");
    assertThat(PolicyFiles.load(Optional.of(folder)).require("x-employee-medical").version())
        .matches("[0-9a-f]{12}")
        .isNotEqualTo(first);
  }

  @Test
  void whatIsNoPolicyIsLeftAlone(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("README.md"), "# notes");
    Files.writeString(folder.resolve(".draft.yaml"), "nonsense");
    Files.createDirectory(folder.resolve("folder.yaml"));
    assertThat(PolicyFiles.load(Optional.of(folder)).policies())
        .isEqualTo(PolicyFiles.load(Optional.empty()).policies());
  }

  @Test
  void aLimitThatStraysFromThePublishedAverageIsWorthAWarning(@TempDir Path folder)
      throws IOException {
    Path file =
        policy(
            folder,
            "x-employee-medical",
            LIMITS.formatted("4243", "21207").replace("citation", "average: 7069, citation"));
    assertThat(PolicyFiles.load(Optional.of(folder)).warnings())
        .extracting(w -> w.in(Language.EN), w -> w.in(Language.ZH))
        .containsExactly(
            tuple(
                file
                    + ", line 3: the limit 4243.00 is a yuan or more away from 60% of the published"
                    + " average 7069 (4241.40). Please check.",
                file + " 第 3 行：上下限 4243.00 与公布的平均工资 7069 的 60%（4241.40）相差 1 元或以上，请核对。"));
  }

  @Test
  void publishedRoundingOfALimitIsNoStraying(@TempDir Path folder) throws IOException {
    policy(
        folder,
        "x-employee-medical",
        LIMITS.formatted("4242", "21207").replace("citation", "average: 7069, citation"));
    assertThat(PolicyFiles.load(Optional.of(folder)).warnings()).isEmpty();
  }

  @Test
  void aFirstMonthFarFromTheYearIsWorthAWarning(@TempDir Path folder) throws IOException {
    Path file =
        policy(
            folder,
            "x-employee-medical",
            LIMITS.formatted("4242", "21207").replace("from: 2024-01", "from: 2026-01"));
    assertThat(PolicyFiles.load(Optional.of(folder)).warnings())
        .extracting(w -> w.in(Language.EN))
        .containsExactly(
            file
                + ", line 3: the first month 2026-01 does not fit the contribution year 2024."
                + " Please check.");
  }

  @Test
  void anUnknownPolicyIsRefusedWithTheNamesOfTheKnownOnes() {
    PolicyBook shelf = PolicyFiles.load(Optional.empty());
    String known =
        "heze-flexible-pension, qingdao-flexible-medical, qingdao-flexible-pension,"
            + " shandong-flexible-pension, shanxi-flexible-pension, shanxi-resident-pension,"
            + " weifang-employee-civil-servant, weifang-employee-large-amount,"
            + " weifang-employee-maternity, weifang-employee-medical, weifang-flexible-medical,"
            + " weifang-flexible-pension";
    assertRefused(
        () -> shelf.require("weifang-employee-dental"),
        "There is no policy named \"weifang-employee-dental\". Known policies: " + known + ".",
        "没有名为“weifang-employee-dental”的政策。现有的政策：" + known + "。");
  }

  @Test
  void aFolderThatIsNotThereIsRefused(@TempDir Path folder) {
    Path missing = folder.resolve("nowhere");
    assertRefused(
        () -> PolicyFiles.load(Optional.of(missing)),
        "The policy folder "
            + missing
            + " does not exist or is not a folder. Check the key policies.",
        "政策文件夹 " + missing + " 不存在，或者不是文件夹。请检查 policies 一项。");
  }

  @Test
  void aFileInAnotherEncodingIsRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("x-employee-medical.yaml");
    Files.write(file, "title: 潍坊".getBytes(Charset.forName("GB18030")));
    assertRefused(
        () -> PolicyFiles.load(Optional.of(folder)),
        file + " is not encoded in UTF-8. Save it as UTF-8.",
        file + " 不是 UTF-8 编码，请另存为 UTF-8 后再试。");
  }

  @Test
  void aFileOfMoreThanAMebibyteIsRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("x-employee-medical.yaml");
    Files.writeString(file, "#".repeat((1 << 20) + 1));
    assertRefused(
        () -> PolicyFiles.load(Optional.of(folder)),
        file + " is larger than 1048576 bytes and hardly a policy file. Check it.",
        file + " 超过 1048576 字节，不像是政策文件，请检查。");
  }

  @Test
  void aDeadlineMissingInBetweenIsRefused(@TempDir Path folder) throws IOException {
    Path file =
        policy(
            folder,
            "x-employee-medical",
            LIMITS.formatted("1", "2")
                + """
                deadlines:
                  - {period: 2024-01, date: 2024-01-25, citation: 甲文}
                  - {period: 2024-03, date: 2024-03-25, citation: 甲文}
                """);
    Policy policy = PolicyFiles.load(Optional.of(folder)).require("x-employee-medical");
    assertThat(policy.deadlinesReached(2024, LocalDate.of(2024, 1, 24))).isEmpty();
    assertThat(policy.deadlinesReached(2024, LocalDate.of(2024, 1, 25)))
        .extracting(d -> d.period())
        .containsExactly(YearMonth.of(2024, 1));
    assertThat(policy.deadlinesReached(2024, LocalDate.of(2024, 3, 24))).hasSize(1);
    assertRefused(
        () -> policy.deadlinesReached(2024, LocalDate.of(2024, 3, 25)),
        file + " has no deadline for 2024-02. Add it under deadlines.",
        file + " 没有 2024-02 的缴费期限，请在 deadlines 中补上。");
  }

  @ParameterizedTest
  @CsvSource({
    "as-stated,AS_STATED,true",
    "next-working-day,NEXT_WORKING_DAY,true",
    "'{rule: next-working-day, citation: 甲文}',NEXT_WORKING_DAY,false"
  })
  void aRestDayRuleIsAWordOrHasItsCitation(
      String written, RestDayRule.Treatment treatment, boolean placeholder, @TempDir Path folder)
      throws IOException {
    Files.writeString(
        folder.resolve("x-employee-medical.yaml"),
        """
        policy: x-employee-medical
        limits:
          - {year: 2024, from: 2024-01, lower: 4242, upper: 21207, status: final, published: 2023-12-25, citation: 甲文}
        deadline-on-rest-day: %s
        """
            .formatted(written));
    assertThat(
            PolicyFiles.load(Optional.of(folder)).require("x-employee-medical").lastDays().rule())
        .hasValueSatisfying(
            rule -> {
              assertThat(rule.treatment()).isEqualTo(treatment);
              assertThat(rule.citation().placeholder()).isEqualTo(placeholder);
            });
  }
}
