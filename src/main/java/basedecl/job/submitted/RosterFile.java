package basedecl.job.submitted;

import basedecl.cell.CellValue;
import basedecl.declaration.Employer;
import basedecl.declaration.EmployerEnd;
import basedecl.declaration.Roster;
import basedecl.file.FileDigest;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.money.Money;
import basedecl.person.SocialCreditCode;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import basedecl.table.HeaderSpec;
import basedecl.table.KnownHeader;
import basedecl.table.SheetTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The roster of employers as submitted (contract 4). It is configuration: what is wrong in it is
 * refused before the run begins.
 *
 * <pre>
 * 单位编号           required  the employer, up to 64 characters; each stands there once
 * 单位名称           required
 * 统一社会信用代码    optional
 * 经办机构           optional
 * 公务员医疗补助      optional  是 or 否
 * 参加养老保险       optional  是 or 否
 * 上月缴费额         optional  yuan
 * 上年缴费基数合计    optional  yuan: last year's monthly bases together, as its December had them
 * 上年申报人数       optional  how many people those are, a whole number
 *
 * 单位编号,单位名称,公务员医疗补助,上月缴费额
 * 0370700001,潍坊青禾机械厂,否,88506.17  → an employer that paid 88506.17 yuan last month
 * 0370700002,潍坊云门物流,,  → an employer of which no more is known
 * 0370700002,潍坊云门物流公司,,  → the roster is refused: job.roster-twice
 * </pre>
 *
 * @param roster empty where the job names none: every employer is taken
 * @param sha256 digest of the file, {@code ""} without one
 * @param warnings what was longer than the ledger holds and is kept shortened, or not at all; none
 *     of it stops a job
 * @param ended the employers that are no more by the ledger, by code: known without a roster too
 */
public record RosterFile(
    Optional<Roster> roster,
    String sha256,
    List<Message> warnings,
    Map<String, EmployerEnd> ended) {

  private static final int LONGEST_CODE = 64;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_CREDIT_CODE = 18;
  private static final int LONGEST_AGENCY = 60;

  public RosterFile {
    warnings = List.copyOf(warnings);
    ended = Map.copyOf(ended);
  }

  private enum Column {
    CODE,
    NAME,
    CREDIT_CODE,
    AGENCY,
    SUBSIDY,
    PENSION,
    LAST_MONTH,
    LAST_YEAR,
    LAST_YEAR_PERSONS
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
          .optional(Column.LAST_YEAR_PERSONS, "上年申报人数")
          .amounts(EnumSet.of(Column.LAST_MONTH, Column.LAST_YEAR))
          .build();

  /** Reads the roster the settings name, whole. */
  public static RosterFile read(JobSettings settings) throws IOException {
    Optional<Path> path = settings.optionalPath(CommonKeys.ROSTER);
    if (path.isEmpty()) {
      return new RosterFile(Optional.empty(), "", List.of(), Map.of());
    }
    Map<String, Employer> employers = new LinkedHashMap<>();
    List<Message> warnings = new ArrayList<>();
    new SubmittedTable<>(path.get(), HEADER, settings.readLimits())
        .forEachOrRefuse(
            "job.roster-unreadable",
            line -> take(employers, new Place(path.get(), line, warnings)));
    return new RosterFile(
        Optional.of(new Roster(employers.values())),
        FileDigest.sha256(path.get()),
        warnings,
        Map.of());
  }

  /** The same file with these employers in the place of those it tells, and a further warning. */
  public RosterFile with(Roster today, Optional<Message> warning) {
    List<Message> all = new ArrayList<>(warnings);
    warning.ifPresent(all::add);
    return new RosterFile(Optional.of(today), sha256, all, ended);
  }

  /** The same file, and the employers that are no more. */
  public RosterFile without(Map<String, EmployerEnd> employers) {
    return new RosterFile(roster, sha256, warnings, employers);
  }

  private static void take(Map<String, Employer> employers, Place place) {
    if (place.code().length() > LONGEST_CODE) {
      place.warn("job.warn-roster-code", Integer.toString(LONGEST_CODE));
      return;
    }
    Employer employer = employer(place);
    if (employers.put(employer.code(), employer) != null) {
      throw place.refused("job.roster-twice", employer.code());
    }
  }

  /** A line while it is read, and where what is said of it goes. */
  private record Place(Path file, SubmittedLine<Column> line, List<Message> warnings) {

    String code() {
      return line.text(Column.CODE).strip();
    }

    void warn(String key, String... words) {
      List<String> arguments = new ArrayList<>(List.of(where()));
      arguments.addAll(List.of(words));
      warnings.add(new Message(key, arguments));
    }

    /** A text as the ledger holds it; what is cut off is told. */
    String shortened(Column column, String title, int longest) {
      String text = line.text(column);
      if (text.length() <= longest) {
        return text;
      }
      warn("job.warn-roster-shortened", title, Integer.toString(longest));
      int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
      return text.substring(0, end);
    }

    /** A code is no code without its end. */
    Optional<SocialCreditCode> creditCode() {
      String text = line.text(Column.CREDIT_CODE);
      if (text.length() > LONGEST_CREDIT_CODE) {
        warn("job.warn-roster-left-out", "统一社会信用代码");
        return Optional.empty();
      }
      return text.isEmpty() ? Optional.empty() : Optional.of(new SocialCreditCode(text));
    }

    Optional<Boolean> yesOrNo(Column column) {
      String text = line.text(column);
      return switch (text) {
        case "" -> Optional.empty();
        case "是" -> Optional.of(true);
        case "否" -> Optional.of(false);
        default -> throw refused("job.roster-yes-no", text);
      };
    }

    /** An amount is refused where it is none, and left out where the ledger cannot hold it. */
    Optional<Money> amount(Column column, String title) {
      CellValue cell = line.cell(column);
      if (cell.isBlank()) {
        return Optional.empty();
      }
      if (SheetTable.amount(cell).isEmpty()) {
        throw refused("job.roster-amount", cell.asText());
      }
      Optional<Money> storable = SheetTable.storableAmount(cell);
      if (storable.isEmpty()) {
        warn("job.warn-roster-left-out", title);
      }
      return storable;
    }

    Optional<Long> count(Column column) {
      CellValue cell = line.cell(column);
      if (cell.isBlank()) {
        return Optional.empty();
      }
      return Optional.of(
          SheetTable.storableAmount(cell)
              .map(Money::amount)
              .filter(n -> n.signum() >= 0 && n.stripTrailingZeros().scale() <= 0)
              .map(BigDecimal::longValueExact)
              .orElseThrow(() -> refused("job.roster-count", cell.asText())));
    }

    RefusedException refused(String key, String word) {
      return new RefusedException(Message.of(key, where(), word));
    }

    private String where() {
      return file + ":" + line.place().row();
    }
  }

  private static Employer employer(Place place) {
    // The only finding a line has before anything is read of it is that it is too wide.
    if (place.line().isRefused()) {
      throw place.refused("job.roster-wide", "");
    }
    if (place.code().isEmpty()) {
      throw place.refused("job.roster-code", "");
    }
    return new Employer(
        place.code(),
        place.shortened(Column.NAME, "单位名称", LONGEST_NAME),
        place.creditCode(),
        place.shortened(Column.AGENCY, "经办机构", LONGEST_AGENCY),
        place.yesOrNo(Column.SUBSIDY),
        place.yesOrNo(Column.PENSION),
        place.amount(Column.LAST_MONTH, "上月缴费额"),
        place.amount(Column.LAST_YEAR, "上年缴费基数合计"),
        place.count(Column.LAST_YEAR_PERSONS));
  }
}
