package basedecl.reference;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.reference.SlowStaff.Member;
import basedecl.spreadsheet.CellText;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds the year's sheets against what the slow reference charges in one month, person by person:
 * the summary, the detail, the people at the lower limit of flagged employers.
 */
final class MonthInSheets {

  private static final BigDecimal ZERO = new BigDecimal("0.00");

  private final RandomYear year;
  private final SlowYear slow;
  private final int month;

  MonthInSheets(RandomYear year, SlowYear slow, int month) {
    this.year = year;
    this.slow = slow;
    this.month = month;
  }

  void hold(Path output) throws IOException {
    List<String> summary = new ArrayList<>();
    List<String> detail = new ArrayList<>();
    List<String> low = new ArrayList<>();
    for (int employer = 0; employer < year.employers(); employer++) {
      summary.add(sums(employer));
      for (Member one : slow.people(employer, month)) {
        detail.add(person(employer, one));
        if (slow.flagged(employer, month) && isLow(employer, one.wage())) {
          low.add(code(employer) + "|" + RandomNight.idNumber(one.person()) + "|" + one.wage());
        }
      }
    }
    String what = "seed %d, month %d".formatted(year.seed(), month);
    assertThat(rows(output, "summary-2024.xlsx", "汇总表", "单位编号", 0, 3, 4, 5, 6, 9, 10, 11, 12))
        .as(what)
        .isEqualTo(summary);
    assertThat(rows(output, "detail-2024.xlsx", "明细表", "序号", 1, 5, 6, 7, 8, 9, 10))
        .as(what)
        .isEqualTo(detail);
    assertThat(rows(output, "flagged-2024.xlsx", "按下限缴费人员", "单位编号", 0, 3, 4))
        .as(what)
        .isEqualTo(low);
  }

  private String person(int employer, Member one) {
    BigDecimal wage = one.wage();
    BigDecimal base = slow.base(employer, month, wage);
    return String.join(
        "|",
        code(employer),
        RandomNight.idNumber(one.person()),
        wage.toString(),
        base.toString(),
        slow.adjustment(employer, month, wage),
        SlowYear.part(base, slow.rate(month).employer()).toString(),
        SlowYear.part(base, slow.rate(month).personal()).toString());
  }

  private String sums(int employer) {
    BigDecimal declared = ZERO;
    BigDecimal bases = ZERO;
    BigDecimal ours = ZERO;
    BigDecimal theirs = ZERO;
    long low = 0;
    List<Member> people = slow.people(employer, month);
    for (Member one : people) {
      BigDecimal wage = one.wage();
      BigDecimal base = slow.base(employer, month, wage);
      declared = declared.add(wage);
      bases = bases.add(base);
      ours = ours.add(SlowYear.part(base, slow.rate(month).employer()));
      theirs = theirs.add(SlowYear.part(base, slow.rate(month).personal()));
      low += isLow(employer, wage) ? 1 : 0;
    }
    assertThat(ours.add(theirs)).isEqualTo(slow.due(employer, month));
    return String.join(
        "|",
        code(employer),
        Integer.toString(people.size()),
        declared.setScale(2, RoundingMode.UNNECESSARY).toString(),
        bases.toString(),
        Long.toString(low),
        slow.flagged(employer, month) ? "是" : "否",
        ours.toString(),
        theirs.toString(),
        slow.due(employer, month).toString());
  }

  private boolean isLow(int employer, BigDecimal wage) {
    return slow.base(employer, month, wage)
            .compareTo(new BigDecimal(slow.limits(employer, month).lower()))
        == 0;
  }

  private static String code(int employer) {
    return RandomNight.code(employer);
  }

  /** These columns of a sheet's rows. */
  private static List<String> rows(
      Path output, String workbook, String sheet, String firstTitle, int... columns)
      throws IOException {
    List<String> picked = new ArrayList<>();
    for (String row : CellText.rows(output.resolve(workbook), sheet, firstTitle)) {
      String[] cells = row.split("\\|", -1);
      List<String> some = new ArrayList<>();
      for (int column : columns) {
        some.add(cells[column]);
      }
      picked.add(String.join("|", some));
    }
    return picked;
  }
}
