package basedecl.desk.flexible;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.desk.page.DeskKeys;
import basedecl.desk.page.DeskSettings;
import basedecl.message.Language;
import basedecl.money.Money;
import basedecl.policy.PolicyBook;
import basedecl.policyfile.PolicyFiles;
import basedecl.settings.JobFile;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the page says of limits that are provisional, of final ones and of residents' tiers. */
class QuotePageTest {

  private static final PolicyBook POLICIES = PolicyFiles.load(Optional.empty());

  @Test
  void provisionalLimitsAreSaidWithWhatHappensWhenTheyAreFinal() {
    QuotePage before = page("weifang-pension", "2022-03", "2022-01-10", Optional.empty());
    assertThat(before.limits()).isEqualTo("3,746.00 – 18,726.00");
    assertThat(before.provisional()).contains("暂行", "补足", "2022-12-31");
    assertThat(before.citation()).contains("3746元");
    QuotePage after = page("weifang-pension", "2022-03", "2022-08-20", Optional.empty());
    assertThat(after.limits()).isEqualTo("3,980.00 – 19,899.00");
    assertThat(after.provisional()).isEmpty();
    assertThat(page("weifang-medical", "2024-03", "2024-01-10", Optional.empty()).provisional())
        .contains("次月", "不补差");
    assertThat(page("weifang-medical", "2024-03", "2024-01-10", Optional.empty()).rateMarked())
        .isTrue();
  }

  @Test
  void aBaseCostsWhatTheNoticeSays() {
    QuotePage page =
        page("shanxi-pension", "2023-01", "2023-01-05", Optional.of(Money.of("19314")));
    assertThat(page.lines())
        .extracting(QuotePage.Line::monthly)
        .containsExactly("3,862.80", "772.60", "3,862.80");
    assertThat(page.lines().get(0).yearly()).isEqualTo("46,353.60");
  }

  @Test
  void residentsChooseATierForTheYear() {
    QuotePage page = page("shanxi-supplement", "2024-03", "2024-01-17", Optional.empty());
    assertThat(page.byTier()).isTrue();
    assertThat(page.lines())
        .extracting(QuotePage.Line::yearly)
        .containsExactly("200.00", "500.00", "1,000.00", "2,000.00", "5,000.00");
    assertThat(page.lines()).extracting(QuotePage.Line::monthly).containsOnly("");
    Offer offer = offers("2024-01-17").find("shanxi-resident").orElseThrow();
    ChoosePage form = ChoosePage.of(offer, "", desk("2024-01-17"), Language.ZH).orElseThrow();
    assertThat(form.months()).hasSize(12).startsWith("2024-01");
    assertThat(form.quote().tiers()).containsExactly("200.00", "5000.00");
  }

  private static QuotePage page(String key, String month, String day, Optional<Money> base) {
    Offer offer = offers(day).find(key).orElseThrow();
    return QuotePage.of(
        offer,
        offer.quote(YearMonth.parse(month), LocalDate.parse(day)).orElseThrow(),
        base,
        Language.ZH);
  }

  private static Offers offers(String day) {
    return new Offers(desk(day));
  }

  private static DeskSettings desk(String day) {
    return new DeskSettings(
        JobFile.ofCommandLine(
                Map.of(
                    "job", "desk",
                    "policy", "weifang-employee-medical",
                    "year", "2024",
                    "business-date", day))
            .settings("desk", DeskKeys.all()),
        POLICIES,
        POLICIES.require("weifang-employee-medical"),
        InstantSource.system(),
        ZoneId.of("Asia/Shanghai"));
  }
}
