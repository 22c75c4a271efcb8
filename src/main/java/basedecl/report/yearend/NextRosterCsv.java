package basedecl.report.yearend;

import basedecl.declaration.Employer;
import basedecl.file.ReplacedFile.Written;
import basedecl.money.Money;
import basedecl.person.SocialCreditCode;
import basedecl.report.ReportTexts;
import basedecl.workbook.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code roster-YEAR.csv}: the roster of the next year in the columns that {@code roster:} reads
 * (contract 4), UTF-8 with BOM so that a spreadsheet shows it as it is. Amounts are yuan with two
 * decimals; 上年缴费基数合计 is a month's. An employer's code is written as it is, since it must be found
 * again; names that begin like a formula get an apostrophe.
 */
public final class NextRosterCsv {

  private static final List<String> HEADER =
      List.of(
          "单位编号", "单位名称", "统一社会信用代码", "经办机构", "公务员医疗补助", "参加养老保险", "上月缴费额", "上年缴费基数合计", "上年申报人数");

  private NextRosterCsv() {}

  /** Writes the employers in the order given. */
  public static Written write(Path target, List<Employer> employers) throws IOException {
    try (CsvTable table = CsvTable.withMark(target, HEADER)) {
      for (Employer employer : employers) {
        table.row(
            List.of(
                employer.code(),
                CsvTable.harmless(employer.name()),
                employer.creditCode().map(SocialCreditCode::text).orElse(""),
                CsvTable.harmless(employer.agency()),
                word(employer.civilServantSubsidy()),
                word(employer.pensionInsured()),
                amount(employer.lastMonthAmount()),
                amount(employer.lastYearBaseTotal()),
                employer.lastYearPersons().map(String::valueOf).orElse("")));
      }
      return table.finish();
    }
  }

  private static String word(Optional<Boolean> yes) {
    return yes.map(ReportTexts::yesOrNo).orElse("");
  }

  private static String amount(Optional<Money> amount) {
    return amount.map(Money::toString).orElse("");
  }
}
