package basedecl.job.support;

import basedecl.declaration.CellValue;
import basedecl.declaration.Employer;
import basedecl.declaration.Finding;
import basedecl.declaration.FindingText;
import basedecl.declaration.Roster;
import basedecl.declaration.SocialCreditCode;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.money.Money;
import basedecl.spreadsheet.HeaderSpec;
import basedecl.spreadsheet.KnownHeader;
import basedecl.spreadsheet.RefusedFileException;
import basedecl.spreadsheet.SheetTable;
import basedecl.spreadsheet.SpreadsheetFiles;
import basedecl.spreadsheet.TableRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The roster of employers as handed over (contract 4): 单位编号, 单位名称, 统一社会信用代码, 经办机构, 公务员医疗补助, 参加养老保险,
 * 上月缴费额, 上年缴费基数合计; only the first two are required. It is configuration: what is wrong in it is
 * refused before the night begins.
 *
 * @param roster empty where the job names none: every employer is taken
 * @param sha256 digest of the file, {@code ""} without one
 */
public record RosterFile(Optional<Roster> roster, String sha256) {

  private enum Column {
    CODE,
    NAME,
    CREDIT_CODE,
    AGENCY,
    SUBSIDY,
    PENSION,
    LAST_MONTH,
    LAST_YEAR
  }

  private static final HeaderSpec<Column> HEADER =
      HeaderSpec.of(Column.class)
          .required(Column.CODE, KnownHeader.EMPLOYER_CODE)
          .required(Column.NAME, KnownHeader.EMPLOYER_NAME)
          .optional(Column.CREDIT_CODE, KnownHeader.CREDIT_CODE)
          .optional(Column.AGENCY, "经办机构")
          .optional(Column.SUBSIDY, "公务员医疗补助")
          .optional(Column.PENSION, "参加养老保险")
          .optional(Column.LAST_MONTH, "上月缴费额")
          .optional(Column.LAST_YEAR, "上年缴费基数合计")
          .amounts(EnumSet.of(Column.LAST_MONTH, Column.LAST_YEAR))
          .build();

  /** Reads the roster the settings name, whole. */
  public static RosterFile read(JobSettings settings) throws IOException {
    Optional<Path> path = settings.optionalPath(CommonKeys.ROSTER);
    if (path.isEmpty()) {
      return new RosterFile(Optional.empty(), "");
    }
    Map<String, Employer> employers = new LinkedHashMap<>();
    try (SheetTable<Column> table =
        SheetTable.open(new SpreadsheetFiles(settings.readLimits()), path.get(), HEADER)) {
      for (TableRow<Column> row = table.next(); row != null; row = table.next()) {
        Employer employer = employer(path.get(), row);
        if (employers.put(employer.code(), employer) != null) {
          throw refused(path.get(), row, "job.roster-twice", employer.code());
        }
      }
    } catch (RefusedFileException e) {
      Finding finding = e.finding();
      throw new RefusedException(
          Message.of(
              "job.roster-unreadable",
              path.get().toString(),
              FindingText.sentence(finding, Language.ZH),
              FindingText.remedy(finding, Language.ZH)),
          e);
    }
    return new RosterFile(
        Optional.of(new Roster(employers.values())), FileDigest.sha256(path.get()));
  }

  private static Employer employer(Path file, TableRow<Column> row) {
    if (row.tooWide().isPresent()) {
      throw refused(file, row, "job.roster-wide", "");
    }
    String code = row.cell(Column.CODE).asText().strip();
    if (code.isEmpty() || code.length() > 64) {
      throw refused(file, row, "job.roster-code", code);
    }
    return new Employer(
        code,
        row.cell(Column.NAME).asText(),
        Optional.of(row.cell(Column.CREDIT_CODE).asText())
            .filter(text -> !text.isEmpty())
            .map(SocialCreditCode::new),
        row.cell(Column.AGENCY).asText(),
        yesOrNo(file, row, Column.SUBSIDY),
        yesOrNo(file, row, Column.PENSION),
        amount(file, row, Column.LAST_MONTH),
        amount(file, row, Column.LAST_YEAR));
  }

  private static Optional<Boolean> yesOrNo(Path file, TableRow<Column> row, Column column) {
    String text = row.cell(column).asText();
    return switch (text) {
      case "" -> Optional.empty();
      case "是" -> Optional.of(true);
      case "否" -> Optional.of(false);
      default -> throw refused(file, row, "job.roster-yes-no", text);
    };
  }

  private static Optional<Money> amount(Path file, TableRow<Column> row, Column column) {
    CellValue cell = row.cell(column);
    if (cell.isBlank()) {
      return Optional.empty();
    }
    Optional<Money> amount = SheetTable.amount(cell);
    if (amount.isEmpty()) {
      throw refused(file, row, "job.roster-amount", cell.asText());
    }
    return amount;
  }

  private static RefusedException refused(
      Path file, TableRow<Column> row, String key, String word) {
    return new RefusedException(Message.of(key, file + ":" + row.number(), word));
  }
}
