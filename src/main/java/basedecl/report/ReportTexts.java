package basedecl.report;

import basedecl.assessment.Adjustment;
import basedecl.declaration.row.MonthsInService;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.money.Money;
import basedecl.money.Percent;
import basedecl.money.Rate;
import basedecl.policy.rule.LimitsStanding;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/** The words and figures of titles and cells, in Chinese as the centre's papers are. */
public final class ReportTexts {

  private ReportTexts() {}

  public static String say(String key, String... arguments) {
    return Message.of("report." + key, arguments).in(Language.ZH);
  }

  public static String yesOrNo(boolean yes) {
    return say(yes ? "yes" : "no");
  }

  /** 费款所属期：2024年8月. */
  public static String period(YearMonth month) {
    return say(
        "heading.period",
        Integer.toString(month.getYear()),
        Integer.toString(month.getMonthValue()));
  }

  static String standing(LimitsStanding standing) {
    return switch (standing) {
      case PROVISIONAL -> say("standing.provisional");
      case FINAL -> say("standing.final");
    };
  }

  public static String adjustment(Adjustment adjustment) {
    return adjustment(adjustment, Language.ZH);
  }

  /** What the limits did to a wage, in the reader's language. */
  public static String adjustment(Adjustment adjustment, Language language) {
    return switch (adjustment) {
      case AS_DECLARED -> Message.of("report.adjustment.as-declared").in(language);
      case RAISED_TO_LOWER -> Message.of("report.adjustment.raised-to-lower").in(language);
      case LOWERED_TO_UPPER -> Message.of("report.adjustment.lowered-to-upper").in(language);
    };
  }

  /** The months in which somebody counts, as {@code 2024-03—2024-12}. */
  public static String months(MonthsInService months, Language language) {
    return months.spans().isEmpty()
        ? Message.of("report.staffchange.no-month").in(language)
        : months.title();
  }

  /** {@code 1,234.50}. */
  public static String yuan(Money money) {
    return format("#,##0.00", money.amount());
  }

  /** As {@link #yuan(Money)}; a dash where the sum is not known. */
  public static String yuan(Optional<Money> money) {
    return money.map(ReportTexts::yuan).orElseGet(() -> say("totals.unknown"));
  }

  /** {@code 1,234}. */
  public static String count(long count) {
    return format("#,##0", BigDecimal.valueOf(count));
  }

  public static String percent(Optional<Rate> rate) {
    return rate.map(r -> Percent.exact(r.value())).orElseGet(() -> say("heading.rate-missing"));
  }

  private static String format(String pattern, BigDecimal value) {
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
  }
}
