package basedecl.job.submitted;

import basedecl.cell.CellValue;
import basedecl.declaration.Employer;
import basedecl.declaration.Roster;
import basedecl.file.FileDigest;
import basedecl.finding.Finding;
import basedecl.finding.FindingText;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.money.Money;
import basedecl.person.SocialCreditCode;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import basedecl.spreadsheet.SpreadsheetFiles;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.table.HeaderSpec;
import basedecl.table.KnownHeader;
import basedecl.table.SheetTable;
import basedecl.table.TableRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The roster of employers as handed over (contract 4): 单位编号, 单位名称, 统一社会信用代码, 经办机构, 公务员医疗补助, 参加养老保险,
 * 上月缴费额, 上年缴费基数合计; only the first two are required. It is configuration: what is wrong in it is
 * refused before the night begins.
 *
 * @param roster empty where the job names none: every employer is taken
 * @param sha256 digest of the file, {@code ""} without one
 * @param warnings what was longer than the ledger holds and is kept shortened, or not at all; none
 *     of it stops a job
 */
public record RosterFile(Optional<Roster> roster, String sha256, List<Message> warnings) {

  private static final int LONGEST_CODE = 64;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_CREDIT_CODE = 18;
  private static final int LONGEST_AGENCY = 60;

  public RosterFile {
    warnings = List.copyOf(warnings);
  }

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
      return new RosterFile(Optional.empty(), "", List.of());
    }
    Map<String, Employer> employers = new LinkedHashMap<>();
    List<Message> warnings = new ArrayList<>();
    try (SheetTable<Column> table =
        SheetTable.open(new SpreadsheetFiles(settings.readLimits()), path.get(), HEADER)) {
      for (TableRow<Column> row = table.next(); row != null; row = table.next()) {
        Place place = new Place(path.get(), row, warnings);
        if (codeOf(row).length() > LONGEST_CODE) {
          place.warn("job.warn-roster-code", Integer.toString(LONGEST_CODE));
          continue;
        }
        Employer employer = employer(place);
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
        Optional.of(new Roster(employers.values())), FileDigest.sha256(path.get()), warnings);
  }

  /** A row while it is read, and where what is said of it goes. */
  private record Place(Path file, TableRow<Column> row, List<Message> warnings) {

    void warn(String key, String... words) {
      List<String> arguments = new ArrayList<>(List.of(file + ":" + row.number()));
      arguments.addAll(List.of(words));
      warnings.add(new Message(key, arguments));
    }

    /** A text as the ledger holds it; what is cut off is told. */
    String shortened(Column column, String title, int longest) {
      String text = row.cell(column).asText();
      if (text.length() <= longest) {
        return text;
      }
      warn("job.warn-roster-shortened", title, Integer.toString(longest));
      int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
      return text.substring(0, end);
    }

    /** A code is no code without its end. */
    Optional<SocialCreditCode> creditCode() {
      String text = row.cell(Column.CREDIT_CODE).asText();
      if (text.length() > LONGEST_CREDIT_CODE) {
        warn("job.warn-roster-left-out", "统一社会信用代码");
        return Optional.empty();
      }
      return text.isEmpty() ? Optional.empty() : Optional.of(new SocialCreditCode(text));
    }

    Optional<Money> storable(Column column, String title, Optional<Money> amount) {
      if (amount.isPresent() && SheetTable.storableAmount(row.cell(column)).isEmpty()) {
        warn("job.warn-roster-left-out", title);
        return Optional.empty();
      }
      return amount;
    }
  }

  private static String codeOf(TableRow<Column> row) {
    return row.cell(Column.CODE).asText().strip();
  }

  private static Employer employer(Place place) {
    Path file = place.file();
    TableRow<Column> row = place.row();
    if (row.tooWide().isPresent()) {
      throw refused(file, row, "job.roster-wide", "");
    }
    String code = codeOf(row);
    if (code.isEmpty()) {
      throw refused(file, row, "job.roster-code", code);
    }
    return new Employer(
        code,
        place.shortened(Column.NAME, "单位名称", LONGEST_NAME),
        place.creditCode(),
        place.shortened(Column.AGENCY, "经办机构", LONGEST_AGENCY),
        yesOrNo(file, row, Column.SUBSIDY),
        yesOrNo(file, row, Column.PENSION),
        place.storable(Column.LAST_MONTH, "上月缴费额", amount(file, row, Column.LAST_MONTH)),
        place.storable(Column.LAST_YEAR, "上年缴费基数合计", amount(file, row, Column.LAST_YEAR)));
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
