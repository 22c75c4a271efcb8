package basedecl.report.yearend;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.yuan;

import basedecl.file.ReplacedFile.Written;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.report.AgencyTelephones;
import basedecl.report.latefee.LateFeeHeading;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code year-end-YEAR.xlsx}: 结转汇总, a line for every employer of the roster with December's figures
 * and what the next roster takes over; 未申报单位, those without a declaration; 不在名册单位, those of the
 * ledger that the roster does not have.
 */
public final class YearEndWorkbook {

  private static final TableColumn[] SUMMARY = {
    TableColumn.text("单位编号", 14),
    TableColumn.prose("单位名称", 34),
    TableColumn.word("经办机构", 10),
    TableColumn.count("12月人数", 10),
    TableColumn.money("12月缴费基数合计", 18),
    TableColumn.money("12月应缴", 16),
    TableColumn.word("来源", 14),
    TableColumn.money("结转上月缴费额", 16),
    TableColumn.money("结转上年缴费基数合计", 20),
    TableColumn.count("结转上年申报人数", 16),
    TableColumn.money("本年欠缴", 16)
  };

  private static final TableColumn[] NOT_DECLARED = {
    TableColumn.text("单位编号", 14),
    TableColumn.prose("单位名称", 34),
    TableColumn.word("经办机构", 10),
    TableColumn.text("联系电话", 32),
    TableColumn.money("12月应缴", 16),
    TableColumn.word("来源", 14),
    TableColumn.money("结转上月缴费额", 16),
    TableColumn.money("本年欠缴", 16)
  };

  private static final TableColumn[] OTHERS = {
    TableColumn.text("单位编号", 14),
    TableColumn.prose("单位名称", 34),
    TableColumn.word("经办机构", 10),
    TableColumn.count("12月人数", 10),
    TableColumn.money("12月缴费基数合计", 18),
    TableColumn.money("12月应缴", 16),
    TableColumn.word("来源", 14),
    TableColumn.money("本年欠缴", 16)
  };

  private YearEndWorkbook() {}

  public static Written write(Path target, LateFeeHeading heading, YearEnd yearEnd)
      throws IOException {
    try (TableWorkbook workbook = TableWorkbook.at(target, heading.businessDate())) {
      summary(workbook, heading, yearEnd);
      notDeclared(workbook, heading, yearEnd);
      others(workbook, heading, yearEnd);
      return workbook.finish();
    }
  }

  private static void summary(TableWorkbook workbook, LateFeeHeading heading, YearEnd yearEnd)
      throws IOException {
    TableRows rows =
        workbook.sheet(
            TableSheet.of("结转汇总", title(heading, "summary.title"), SUMMARY)
                .withNotes(notes(heading, yearEnd))
                .withWarnings(warnings(heading, yearEnd)),
            yearEnd.onRoster().size());
    for (YearEndLine line : yearEnd.onRoster()) {
      begin(rows, line);
      number(rows, line.persons())
          .money(line.bases())
          .money(line.due())
          .text(source(line))
          .money(line.next().lastMonthAmount())
          .money(line.next().lastYearBaseTotal());
      number(rows, line.next().lastYearPersons()).money(line.arrears());
    }
  }

  private static List<String> notes(LateFeeHeading heading, YearEnd yearEnd) {
    List<String> notes = new ArrayList<>();
    notes.add(heading.policyNote());
    notes.add(
        say(
            "summary.totals",
            count(yearEnd.onRoster().size()),
            count(yearEnd.persons()),
            yuan(yearEnd.bases()),
            yuan(yearEnd.due()),
            yuan(yearEnd.carried()),
            yuan(yearEnd.arrears())));
    notes.add(
        say(
            "summary.sources",
            count(yearEnd.count(YearEndLine.Source.DECLARED)),
            count(yearEnd.count(YearEndLine.Source.ASSESSED)),
            count(yearEnd.count(YearEndLine.Source.LAST_YEAR)),
            count(yearEnd.count(YearEndLine.Source.IMPUTED)),
            count(yearEnd.count(YearEndLine.Source.ROSTER)),
            count(yearEnd.count(YearEndLine.Source.ENDED))));
    notes.add(say("summary.unit", Integer.toString(heading.year() + 1)));
    notes.add(say("summary.silent"));
    notes.add(say("summary.arrears", heading.businessDate().toString()));
    return notes;
  }

  private static List<String> warnings(LateFeeHeading heading, YearEnd yearEnd) {
    List<String> warnings = new ArrayList<>();
    if (yearEnd.provisional()) {
      warnings.add(say("provisional", heading.businessDate().toString()));
    }
    warnings.addAll(heading.warnings());
    return warnings;
  }

  private static void notDeclared(TableWorkbook workbook, LateFeeHeading heading, YearEnd yearEnd)
      throws IOException {
    List<YearEndLine> silent = yearEnd.notDeclared();
    AgencyTelephones telephones = AgencyTelephones.of(heading.policy());
    TableRows rows =
        workbook.sheet(
            TableSheet.of("未申报单位", title(heading, "not-declared.title"), NOT_DECLARED)
                .withNotes(List.of(say("not-declared.note", count(silent.size()))))
                .withWarnings(warnings(heading, yearEnd)),
            silent.size());
    for (YearEndLine line : silent) {
      begin(rows, line)
          .text(telephones.of(line.known().agency()))
          .money(line.due())
          .text(source(line))
          .money(line.next().lastMonthAmount())
          .money(line.arrears());
    }
  }

  private static void others(TableWorkbook workbook, LateFeeHeading heading, YearEnd yearEnd)
      throws IOException {
    TableRows rows =
        workbook.sheet(
            TableSheet.of("不在名册单位", title(heading, "others.title"), OTHERS)
                .withNotes(List.of(say("others.note", count(yearEnd.others().size()))))
                .withWarnings(warnings(heading, yearEnd)),
            yearEnd.others().size());
    for (YearEndLine line : yearEnd.others()) {
      begin(rows, line);
      number(rows, line.persons())
          .money(line.bases())
          .money(line.due())
          .text(source(line))
          .money(line.arrears());
    }
  }

  private static TableRows begin(TableRows rows, YearEndLine line) throws IOException {
    return rows.row(!line.source().isDeclared())
        .text(line.known().code())
        .text(line.known().name())
        .text(line.known().agency());
  }

  private static TableRows number(TableRows rows, Optional<Long> number) throws IOException {
    return number.isPresent() ? rows.number(number.get()) : rows.blank();
  }

  private static String source(YearEndLine line) {
    return say("source." + line.source());
  }

  private static String title(LateFeeHeading heading, String key) {
    return say(key, Integer.toString(heading.year()));
  }

  private static String say(String key, String... arguments) {
    return Message.of("yearend." + key, arguments).in(Language.ZH);
  }
}
