package basedecl.report.flexible;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Months in the words of the papers for those who pay alone. */
final class Months {

  private static final int YEAR = 12;

  private Months() {}

  /** {@code 2022-01 至 2022-03}, both inclusive, or the one month. */
  static String words(YearMonth from, YearMonth to) {
    return from.equals(to) ? from.toString() : from + " 至 " + to;
  }

  /** Every month from one to another, both inclusive. */
  static List<YearMonth> between(YearMonth from, YearMonth to) {
    List<YearMonth> months = new ArrayList<>();
    for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
      months.add(month);
    }
    return months;
  }

  /** {@code 1年2个月}. */
  static String asYears(int months) {
    int years = months / YEAR;
    int rest = months % YEAR;
    if (years == 0) {
      return rest + "个月";
    }
    return years + "年" + (rest == 0 ? "" : rest + "个月");
  }
}
