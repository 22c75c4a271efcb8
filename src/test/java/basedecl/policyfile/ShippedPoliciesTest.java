package basedecl.policyfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import basedecl.money.Money;
import basedecl.money.Rate;
import basedecl.policy.Agency;
import basedecl.policy.AgencyDirectory;
import basedecl.policy.Policy;
import basedecl.policy.PolicyBook;
import basedecl.policy.rule.AnnualTiers;
import basedecl.policy.rule.LimitChange;
import basedecl.policy.rule.Limits;
import basedecl.policy.rule.LimitsStanding;
import basedecl.policy.rule.PublishedLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShippedPoliciesTest {

  private static final PolicyBook SHELF = PolicyFiles.load(Optional.empty());
  private static final Path FOLDER = Path.of("src/main/resources/policies");

  private static Optional<Limits> limits(String policy, String month, String knownOn) {
    YearMonth at = YearMonth.parse(month);
    return SHELF
        .require(policy)
        .limitsFor(at.getYear(), at, LocalDate.parse(knownOn))
        .map(PublishedLimits::limits);
  }

  private static Limits between(String lower, String upper) {
    return new Limits(Money.of(lower), Money.of(upper));
  }

  @Test
  void theIndexNamesEveryShippedPolicy() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(
              files
                  .map(p -> p.getFileName().toString())
                  .filter(n -> n.endsWith(".yaml"))
                  .sorted()
                  .toList())
          .isEqualTo(PolicyFiles.shippedNames());
    }
  }

  @Test
  void shippedPoliciesGiveNoWarning() {
    assertThat(SHELF.warnings()).isEmpty();
  }

  @Test
  void weifangEmployeesOf2024HaveTheNoticesFigures() {
    Policy policy = SHELF.require("weifang-employee-medical");
    YearMonth january = YearMonth.of(2024, 1);
    PublishedLimits limits =
        policy.limitsFor(2024, january, LocalDate.of(2024, 1, 26)).orElseThrow();
    assertThat(limits.limits()).isEqualTo(between("4242", "21207"));
    assertThat(limits.standing()).isEqualTo(LimitsStanding.PROVISIONAL);
    assertThat(limits.citation().placeholder()).isFalse();
    assertThat(policy.deadlineFor(january).orElseThrow().date())
        .isEqualTo(LocalDate.of(2024, 1, 25));
    assertThat(policy.deadlineFor(january).orElseThrow().citation().placeholder()).isFalse();
    assertThat(policy.deadlineFor(YearMonth.of(2024, 2)).orElseThrow().citation().placeholder())
        .isTrue();
    assertThat(policy.flagThresholdFor(january).orElseThrow().moreThan())
        .isEqualByComparingTo("0.7");
    assertThat(policy.rateFor(january).orElseThrow().placeholder()).isTrue();
    assertThat(policy.rateFor(january).orElseThrow().employer()).contains(Rate.of("0.08"));
    assertThat(policy.limitChangeFor(january).orElseThrow().mode())
        .isEqualTo(LimitChange.Mode.NEXT_MONTH);
    assertThat(policy.imputationFor(LocalDate.of(2024, 1, 26)).orElseThrow().factor())
        .isEqualByComparingTo("1.1");
  }

  @Test
  void limitsAreNotKnownBeforeTheyArePublished() {
    assertThat(limits("weifang-employee-medical", "2024-01", "2023-12-24")).isEmpty();
    assertThat(limits("weifang-employee-medical", "2024-01", "2023-12-25")).isPresent();
  }

  @Test
  void theSeventeenAgenciesHaveTheTelephonesOfTheAnnex() {
    Policy policy = SHELF.require("weifang-employee-medical");
    assertThat(policy.agencies()).hasSize(17);
    assertThat(policy.agencies().stream().map(a -> a.name() + " " + a.telephoneText()))
        .containsExactly(
            "市直 8102708",
            "奎文区 2512333",
            "潍城区 7355188、8188162、7355177",
            "坊子区 7606357",
            "寒亭区 7909603",
            "青州市 3221832",
            "诸城市 6173219",
            "寿光市 5260608、5262070",
            "安丘市 2512890",
            "高密市 2517321",
            "昌邑市 7211656",
            "临朐县 3319765",
            "昌乐县 6258256",
            "高新区 8191311 转 8378、8379",
            "滨海区 5330773",
            "峡山区 7737932",
            "保税区 8890801");
    assertThat(policy.agencyDirectory().flatMap(AgencyDirectory::hotline)).contains("400-178-1234");
    assertThat(policy.agency("市 直").map(Agency::telephoneText)).contains("8102708");
    assertThat(policy.agency("崂山区")).isEmpty();
  }

  @Test
  void weifangFlexibleLimitsOf2022RiseOnceTheFinalOnesAreKnown() {
    String pension = "weifang-flexible-pension";
    assertThat(limits(pension, "2022-01", "2022-08-19")).contains(between("3746", "18726"));
    assertThat(limits(pension, "2022-01", "2022-08-20")).contains(between("3980", "19899"));
    LimitChange change = SHELF.require(pension).limitChangeFor(YearMonth.of(2022, 1)).orElseThrow();
    assertThat(change.mode()).isEqualTo(LimitChange.Mode.RETROACTIVE);
    assertThat(change.until()).contains(LocalDate.of(2022, 12, 31));
    assertThat(change.retiredInYear()).isEqualTo(LimitChange.RetiredInYear.INCLUDED);
  }

  @Test
  void weifangFlexibleMedicalTopsUpIn2022ButNotIn2024() {
    Policy medical = SHELF.require("weifang-flexible-medical");
    LimitChange of2022 = medical.limitChangeFor(YearMonth.of(2022, 12)).orElseThrow();
    assertThat(of2022.retiredInYear()).isEqualTo(LimitChange.RetiredInYear.EXCLUDED);
    assertThat(of2022.mode()).isEqualTo(LimitChange.Mode.RETROACTIVE);
    assertThat(medical.limitChangeFor(YearMonth.of(2024, 1)).orElseThrow().mode())
        .isEqualTo(LimitChange.Mode.NEXT_MONTH);
    assertThat(limits("weifang-flexible-medical", "2024-05", "2024-05-01"))
        .contains(between("4242", "21207"));
    assertThat(medical.rateFor(YearMonth.of(2022, 1)).orElseThrow().placeholder()).isTrue();
  }

  @Test
  void otherRegionsHaveTheFiguresOfTheirSources() {
    assertThat(limits("qingdao-flexible-pension", "2022-09", "2022-12-31"))
        .contains(between("3980", "19899"));
    assertThat(limits("qingdao-flexible-medical", "2022-09", "2022-12-31"))
        .contains(between("3980", "19899"));
    assertThat(limits("shanxi-flexible-pension", "2023-01", "2023-01-01"))
        .contains(between("3863", "19314"));
    assertThat(SHELF.require("heze-flexible-pension").backPaymentFor(YearMonth.of(2025, 7)))
        .hasValueSatisfying(rule -> assertThat(rule.allowed()).isFalse());
    assertThat(limits("shandong-flexible-pension", "2026-03", "2026-03-01"))
        .contains(between("4573", "22863"));
  }

  @Test
  void shanxiResidentsHaveTenTiersOfWhichOnlyTheEndsAreStated() {
    assertThat(SHELF.require("shanxi-resident-pension").tiers())
        .extracting(
            AnnualTiers::count, AnnualTiers::lowest, AnnualTiers::highest, t -> t.amounts().size())
        .containsExactlyInAnyOrder(
            tuple(10, Money.of(200), Money.of(5000), 0),
            tuple(5, Money.of(200), Money.of(5000), 5));
  }

  @Test
  void flexibleWorkersAndResidentsAreNotImputed() {
    assertThat(SHELF.require("weifang-flexible-pension").imputations()).isEmpty();
    assertThat(SHELF.require("shanxi-resident-pension").imputations()).isEmpty();
    assertThat(SHELF.require("weifang-flexible-pension").minimumAgeFor(YearMonth.of(2022, 1)))
        .hasValueSatisfying(age -> assertThat(age.years()).isEqualTo(16));
  }
}
