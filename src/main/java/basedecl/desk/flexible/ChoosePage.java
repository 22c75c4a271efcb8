package basedecl.desk.flexible;

import basedecl.assessment.flexible.ElectionCheck;
import basedecl.assessment.flexible.Quote;
import basedecl.desk.page.DeskSettings;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.message.Language;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The form to choose a base or tier of one kind of insurance.
 *
 * @param months that can be chosen from
 * @param month the one marked at first
 * @param quote limits, citation and costs of that month
 */
public record ChoosePage(
    String offer, String title, List<String> months, String month, QuotePage quote) {

  public ChoosePage {
    months = List.copyOf(months);
  }

  /** Empty where nothing can be chosen for the year today. */
  static Optional<ChoosePage> of(Offer offer, String asked, DeskSettings desk, Language language) {
    LocalDate day = desk.businessDate();
    List<YearMonth> months = months(offer, desk);
    if (months.isEmpty()) {
      return Optional.empty();
    }
    YearMonth now = YearMonth.from(day);
    YearMonth month =
        months.stream()
            .filter(each -> each.toString().equals(asked))
            .findFirst()
            .or(() -> months.stream().filter(each -> !each.isBefore(now)).findFirst())
            .orElseGet(() -> months.get(months.size() - 1));
    Optional<Quote> quote = offer.quote(month, day);
    return quote.map(
        known ->
            new ChoosePage(
                offer.key(),
                offer.title(),
                months.stream().map(YearMonth::toString).toList(),
                month.toString(),
                QuotePage.of(offer, known, Optional.empty(), language)));
  }

  private static List<YearMonth> months(Offer offer, DeskSettings desk) {
    ElectionCheck check =
        new ElectionCheck(
            offer.policy(),
            offer.kind(),
            desk.policies().national(),
            desk.year(),
            desk.businessDate());
    List<YearMonth> months = new ArrayList<>();
    for (int number = 1; number <= 12; number++) {
      YearMonth month = YearMonth.of(desk.year(), number);
      if (check.month(month, ChoosePage::unheard)) {
        months.add(month);
      }
    }
    return months;
  }

  private static void unheard(FindingCode code, Optional<Reason> reason, List<String> arguments) {}
}
