package basedecl.job.staffchange;

import basedecl.cell.Characters;
import basedecl.declaration.staff.StaffChange;
import basedecl.declaration.staff.StaffChangeKind;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.job.submitted.SubmittedLine;
import basedecl.money.Money;
import basedecl.person.DocumentKind;
import basedecl.person.IdNumber;
import basedecl.person.IdReading;
import basedecl.table.HeaderSpec;
import basedecl.table.KnownHeader;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

/**
 * A line of a table of changes. Whether it can be taken is told by {@link
 * basedecl.declaration.staff.StaffRegister}.
 *
 * <pre>
 * 单位编号    required  an employer that declared for the year
 * 姓名       required  the person
 * 证件类型    optional  居民身份证 where left out
 * 证件号码    required
 * 变动       required  新参保, 停保, 退休, 转入 or 转出
 * 生效月份    required  a month of the year: the first that counts of 新参保 and 转入, of the others the
 *                     first that counts no longer
 * 起薪       optional  required of 新参保 and 转入: the first month's wage, above zero and under
 *                     1,000,000 yuan
 *
 * 单位编号,姓名,证件号码,变动,生效月份,起薪
 * 0370700001,王晓青,370702198504123014,新参保,2024-03,5200.00  → counts from March, by 5200.00 yuan
 * 0370700001,李望川,370703199006201025,停保,2024-06,  → counts until May
 * 0370700003,李望川,370703199006201025,转入,2024-05,4800  → STAFF_ELSEWHERE: still there in May
 * </pre>
 */
final class StaffChangeLine {

  enum Column {
    EMPLOYER,
    NAME,
    DOCUMENT_KIND,
    ID_NUMBER,
    CHANGE,
    FROM,
    WAGE
  }

  static final HeaderSpec<Column> HEADER =
      HeaderSpec.of(Column.class)
          .required(Column.EMPLOYER, KnownHeader.EMPLOYER_CODE, "缴费人识别号")
          .required(Column.NAME, KnownHeader.NAME)
          .optional(Column.DOCUMENT_KIND, KnownHeader.DOCUMENT_KIND)
          .required(Column.ID_NUMBER, KnownHeader.ID_NUMBER)
          .required(Column.CHANGE, "变动", "变动类型", "变动类别", "变更类型", "增减类型", "人员变动")
          .required(Column.FROM, "生效月份", "变动月份", "生效年月")
          .optional(Column.WAGE, "起薪", "起薪工资", "首月工资")
          .amounts(EnumSet.of(Column.WAGE))
          .build();

  private static final Map<String, StaffChangeKind> KINDS = StaffChangeKind.byWord();
  private static final Money IMPLAUSIBLE = Money.of("1000000");

  private StaffChangeLine() {}

  /** The change, or every fault of the line's own, which are left with it. */
  static Optional<StaffChange> of(SubmittedLine<Column> line, int year, LocalDate businessDate) {
    String employer = Characters.compact(line.text(Column.EMPLOYER));
    if (employer.isEmpty()) {
      line.faults(Column.EMPLOYER).add(FindingCode.EMPLOYER_MISSING);
    }
    Optional<String> name = line.name(Column.NAME);
    Optional<IdNumber> person =
        line.idNumber(Column.DOCUMENT_KIND, Column.ID_NUMBER, businessDate, employer);
    Optional<StaffChangeKind> kind =
        line.word(Column.CHANGE, KINDS, StaffChangeKind.words(), employer);
    Optional<YearMonth> from = month(line, year, employer);
    Optional<Money> wage =
        kind.filter(StaffChangeKind::joins).isPresent() ? wage(line, employer) : Optional.empty();
    return line.isRefused()
        ? Optional.empty()
        : Optional.of(
            new StaffChange(
                employer,
                name.orElseThrow(),
                documentKind(line, businessDate),
                person.orElseThrow(),
                kind.orElseThrow(),
                from.orElseThrow(),
                wage));
  }

  private static DocumentKind documentKind(SubmittedLine<Column> line, LocalDate businessDate) {
    return IdNumber.read(line.cell(Column.DOCUMENT_KIND), line.cell(Column.ID_NUMBER), businessDate)
            instanceof IdReading.Read read
        ? read.kind()
        : DocumentKind.RESIDENT_ID;
  }

  private static Optional<YearMonth> month(SubmittedLine<Column> line, int year, String employer) {
    Optional<YearMonth> month = line.month(Column.FROM, employer);
    if (month.isPresent() && month.get().getYear() != year) {
      line.faults(Column.FROM, employer)
          .add(FindingCode.PERIOD_INVALID, Reason.MONTH_OTHER_YEAR, Integer.toString(year));
    }
    return month;
  }

  private static Optional<Money> wage(SubmittedLine<Column> line, String employer) {
    if (line.cell(Column.WAGE).isBlank()) {
      line.faults(Column.WAGE, employer).add(FindingCode.START_WAGE_MISSING);
      return Optional.empty();
    }
    Optional<Money> wage = line.base(Column.WAGE, employer);
    if (wage.isPresent() && wage.get().signum() <= 0) {
      line.faults(Column.WAGE, employer).add(FindingCode.WAGE_NOT_POSITIVE);
    } else if (wage.isPresent() && !wage.get().isLessThan(IMPLAUSIBLE)) {
      line.faults(Column.WAGE, employer).add(FindingCode.WAGE_IMPLAUSIBLE);
    }
    return wage;
  }
}
