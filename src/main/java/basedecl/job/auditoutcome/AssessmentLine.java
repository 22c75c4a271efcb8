package basedecl.job.auditoutcome;

import basedecl.cell.Characters;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.job.submitted.SubmittedLine;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.table.HeaderSpec;
import basedecl.table.KnownHeader;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Optional;

/**
 * A line of the table of assessments: the wage that an audit found for a person, for which months
 * of the year, and on what that rests. A person may have several lines for other months.
 *
 * <pre>
 * 单位编号       required  the employer
 * 证件类型       optional  居民身份证 where left out
 * 证件号码       required  a person of the declaration in force
 * 核定月均工资    required  yuan a month, above zero and under 1,000,000, at most two decimals
 * 所属期起       required  a month of the year
 * 所属期止       required  likewise, not before 所属期起
 * 依据          required  at most 500 characters
 *
 * 单位编号,证件号码,核定月均工资,所属期起,所属期止,依据
 * 0370700001,370702198504123014,6180.50,2024-01,2024-12,工资台账  → 6180.50 yuan in every month
 * 0370700001,370702199006201029,5200.00,2024-03,2024-06,银行流水  → in four months; else as declared
 * 0370700001,370702199006201029,5300.00,2024-06,2024-07,银行流水  → MONTHS_OVERLAP: June has a wage
 * </pre>
 *
 * @param row as Excel counts it
 */
record AssessmentLine(
    String employer,
    IdNumber person,
    Money wage,
    YearMonth from,
    YearMonth to,
    String basis,
    int row) {

  enum Column {
    EMPLOYER,
    DOCUMENT_KIND,
    ID_NUMBER,
    WAGE,
    FROM,
    TO,
    BASIS
  }

  static final HeaderSpec<Column> HEADER =
      HeaderSpec.of(Column.class)
          .required(Column.EMPLOYER, KnownHeader.EMPLOYER_CODE, "缴费人识别号")
          .optional(Column.DOCUMENT_KIND, KnownHeader.DOCUMENT_KIND)
          .required(Column.ID_NUMBER, KnownHeader.ID_NUMBER)
          .required(Column.WAGE, "核定月均工资", "核定月平均工资", "核定工资")
          .required(Column.FROM, "所属期起", "费款所属期起")
          .required(Column.TO, "所属期止", "费款所属期止")
          .required(Column.BASIS, "依据", "核定依据")
          .amounts(EnumSet.of(Column.WAGE))
          .build();

  private static final int LONGEST_BASIS = 500;
  private static final Money IMPLAUSIBLE = Money.of("1000000");

  /** The line, or every fault of its own, which are left with it. */
  static Optional<AssessmentLine> of(SubmittedLine<Column> line, int year, LocalDate businessDate) {
    String employer = employer(line);
    if (employer.isEmpty()) {
      line.faults(Column.EMPLOYER).add(FindingCode.EMPLOYER_MISSING);
    }
    Optional<IdNumber> person =
        line.idNumber(Column.DOCUMENT_KIND, Column.ID_NUMBER, businessDate, employer);
    Optional<Money> wage = wage(line, employer);
    Optional<YearMonth> from = month(line, Column.FROM, year, employer);
    Optional<YearMonth> to = month(line, Column.TO, year, employer);
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      line.faults(Column.TO, employer).add(FindingCode.PERIOD_INVALID, Reason.MONTH_REVERSED);
    }
    String basis = line.readableText(Column.BASIS);
    if (basis.isEmpty()) {
      line.faults(Column.BASIS, employer).add(FindingCode.BASIS_MISSING);
    } else if (basis.length() > LONGEST_BASIS) {
      line.faults(Column.BASIS, employer).add(FindingCode.TEXT_TOO_LONG, Reason.BASIS_TOO_LONG);
    }
    return line.isRefused()
        ? Optional.empty()
        : Optional.of(
            new AssessmentLine(
                employer,
                person.orElseThrow(),
                wage.orElseThrow(),
                from.orElseThrow(),
                to.orElseThrow(),
                basis,
                line.place().row()));
  }

  /** Whose line it is; empty where it does not say. */
  static String employer(SubmittedLine<Column> line) {
    return Characters.compact(line.text(Column.EMPLOYER));
  }

  private static Optional<Money> wage(SubmittedLine<Column> line, String employer) {
    Optional<Money> wage = line.base(Column.WAGE, employer);
    if (wage.isPresent() && wage.get().signum() <= 0) {
      line.faults(Column.WAGE, employer).add(FindingCode.WAGE_NOT_POSITIVE);
    } else if (wage.isPresent() && !wage.get().isLessThan(IMPLAUSIBLE)) {
      line.faults(Column.WAGE, employer).add(FindingCode.WAGE_IMPLAUSIBLE);
    }
    return wage;
  }

  private static Optional<YearMonth> month(
      SubmittedLine<Column> line, Column column, int year, String employer) {
    Optional<YearMonth> month = line.month(column, employer);
    if (month.isPresent() && month.get().getYear() != year) {
      line.faults(column, employer)
          .add(FindingCode.PERIOD_INVALID, Reason.MONTH_OTHER_YEAR, Integer.toString(year));
    }
    return month;
  }

  /** Whether both are of one person and share a month. */
  boolean overlaps(AssessmentLine other) {
    return person.equals(other.person) && !from.isAfter(other.to) && !to.isBefore(other.from);
  }
}
