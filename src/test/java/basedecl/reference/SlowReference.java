package basedecl.reference;

import basedecl.reference.SentFile.Person;
import basedecl.reference.SentFile.SentRow;
import basedecl.reference.SentFile.SentSheet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What the workbooks of a night must say, worked out from what was sent, line by line as the notice
 * has it, with the figures of 2024 written out: limits 4242 and 21207, rates 8 % and 2 %, more than
 * 70 % at the lower limit. It shares no code with the product.
 */
final class SlowReference {

  private static final BigDecimal LOWER = new BigDecimal("4242.00");
  private static final BigDecimal UPPER = new BigDecimal("21207.00");
  private static final BigDecimal EMPLOYER_RATE = new BigDecimal("0.08");
  private static final BigDecimal PERSONAL_RATE = new BigDecimal("0.02");

  /** Somebody's line of a declaration that stands. */
  private record Line(Person person, String place) {

    BigDecimal base() {
      return person.wage().compareTo(LOWER) < 0
          ? LOWER
          : person.wage().compareTo(UPPER) > 0 ? UPPER : person.wage();
    }

    String adjustment() {
      return person.wage().compareTo(LOWER) < 0
          ? "保底"
          : person.wage().compareTo(UPPER) > 0 ? "封顶" : "原值";
    }

    BigDecimal employerDue() {
      return base().multiply(EMPLOYER_RATE).setScale(2, RoundingMode.HALF_UP);
    }

    BigDecimal personalDue() {
      return base().multiply(PERSONAL_RATE).setScale(2, RoundingMode.HALF_UP);
    }
  }

  /** An employer's declarations of the night that were accepted: how many, and the last one. */
  private record Standing(int version, List<Line> lines) {

    BigDecimal sum(Function<Line, BigDecimal> amount) {
      return lines.stream().map(amount).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    long atLower() {
      return lines.stream().filter(line -> line.base().compareTo(LOWER) == 0).count();
    }

    long atUpper() {
      return lines.stream().filter(line -> line.base().compareTo(UPPER) == 0).count();
    }

    boolean flagged() {
      return atLower() * 10 > lines.size() * 7L;
    }

    BigDecimal share() {
      return BigDecimal.valueOf(atLower())
          .divide(BigDecimal.valueOf(lines.size()), 6, RoundingMode.HALF_UP);
    }
  }

  private final Map<String, Standing> standing = new TreeMap<>();

  SlowReference(List<SentFile> files) {
    for (SentFile file : files) {
      take(file);
    }
  }

  private void take(SentFile file) {
    Map<String, List<Line>> byEmployer = new LinkedHashMap<>();
    for (SentSheet sheet : file.sheets()) {
      for (int i = 0; i < sheet.rows().size(); i++) {
        SentRow row = sheet.rows().get(i);
        if (row instanceof Person person) {
          byEmployer
              .computeIfAbsent(person.employer(), code -> new ArrayList<>())
              .add(new Line(person, place(file, sheet, i)));
        }
      }
    }
    byEmployer.forEach(
        (code, lines) -> {
          if (lines.stream().allMatch(line -> line.person().good())) {
            Standing before = standing.get(code);
            standing.put(code, new Standing(before == null ? 1 : before.version() + 1, lines));
          }
        });
  }

  private static String place(SentFile file, SentSheet sheet, int line) {
    return file.path()
        + "!"
        + (file.isCsv() ? "" : sheet.name())
        + "!"
        + SentFileWriter.rowOf(sheet, line);
  }

  /** The lines of 汇总表. */
  List<String> summary() {
    List<String> lines = new ArrayList<>();
    standing.forEach(
        (code, s) ->
            lines.add(
                cells(
                    code,
                    s.lines().get(0).person().employerName(),
                    "市直",
                    s.lines().size(),
                    s.sum(line -> line.person().wage()),
                    s.sum(Line::base),
                    s.atLower(),
                    s.atUpper(),
                    plain(s.share()),
                    s.flagged() ? "是" : "否",
                    s.sum(Line::employerDue),
                    s.sum(Line::personalDue),
                    s.sum(Line::employerDue).add(s.sum(Line::personalDue)),
                    s.version(),
                    "已受理")));
    return lines;
  }

  /** The lines of 明细表, without what is left to be signed. */
  List<String> detail() {
    List<String> lines = new ArrayList<>();
    standing.forEach(
        (code, s) ->
            s.lines()
                .forEach(
                    line ->
                        lines.add(
                            cells(
                                lines.size() + 1,
                                code,
                                line.person().employerName(),
                                line.person().name(),
                                "居民身份证",
                                line.person().idNumber(),
                                line.person().wage(),
                                line.base(),
                                line.adjustment(),
                                line.employerDue(),
                                line.personalDue(),
                                "",
                                ""))));
    return lines;
  }

  /** The lines of 按下限缴费人员: those of flagged employers, each with file, sheet and row. */
  List<String> flagged() {
    List<String> lines = new ArrayList<>();
    standing.forEach(
        (code, s) ->
            s.lines().stream()
                .filter(line -> s.flagged() && line.base().compareTo(LOWER) == 0)
                .forEach(
                    line ->
                        lines.add(
                            cells(
                                code,
                                line.person().employerName(),
                                line.person().name(),
                                line.person().idNumber(),
                                line.person().wage(),
                                line.base(),
                                line.place()))));
    return lines;
  }

  private static String plain(BigDecimal share) {
    return share.signum() == 0 ? "0" : share.stripTrailingZeros().toPlainString();
  }

  private static String cells(Object... cells) {
    List<String> texts = new ArrayList<>();
    for (Object cell : cells) {
      texts.add(cell instanceof BigDecimal amount ? amount.toPlainString() : cell.toString());
    }
    return String.join("|", texts);
  }
}
