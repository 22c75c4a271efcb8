package basedecl.declaration.row;

import basedecl.cell.Characters;
import basedecl.cell.Field;
import basedecl.cell.RowFault;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.FindingText;
import basedecl.finding.SourceCell;
import basedecl.message.ShortText;
import basedecl.money.Money;
import basedecl.person.IdReading;
import basedecl.policy.Population;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;

/**
 * The checks of a row as Bean Validation constraints on {@link DeclaredRow}. The validator is built
 * once, for the first row with a fault: building it costs as much as checking some 100,000 rows.
 */
final class ConstraintRowCheck implements RowCheck {

  private static final class Built {
    static final Validator VALIDATOR =
        Validation.byProvider(HibernateValidator.class)
            .configure()
            .ignoreXmlConfiguration()
            .messageInterpolator(new CodeAsMessage())
            .buildValidatorFactory()
            .getValidator();
  }

  /** As many as the ledger keeps. */
  private static final int LONGEST_REMARK = 500;

  private static final Comparator<RowFault> BY_FIELD = Comparator.comparing(RowFault::field);

  private final Population population;
  private final int year;
  private final LocalDate businessDate;
  private final Optional<Money> minimumWage;

  ConstraintRowCheck(
      Population population, int year, LocalDate businessDate, Optional<Money> minimumWage) {
    this.population = population;
    this.year = year;
    this.businessDate = businessDate;
    this.minimumWage = minimumWage;
  }

  @Override
  public RowOutcome check(RawRow row) {
    String employer = EmployerCell.owner(row);
    if (!row.mark().isEmpty()) {
      return sample(row, employer);
    }
    DeclaredRow read = DeclaredRow.of(row, population, businessDate);
    Optional<RowFault> employerFault = EmployerCell.fault(row);
    Optional<ServedMonths> served =
        ServedMonths.areStated(row) ? Optional.of(ServedMonths.of(row, year)) : Optional.empty();
    if (employerFault.isEmpty()
        && row.beyond() < 0
        && read.isFlawless()
        && served.map(months -> months.faults().isEmpty()).orElse(true)
        && read.document() instanceof IdReading.Read document) {
      MonthsInService months = served.map(ServedMonths::months).orElse(MonthsInService.ALWAYS);
      WageLine line = line(row, read, document, months);
      return new RowOutcome.Accepted(employer, line, warnings(row, read, line));
    }
    List<RowFault> faults = new ArrayList<>();
    employerFault.ifPresent(faults::add);
    violations(read).forEach(violation -> faults.addAll(ConstraintFaults.of(violation)));
    served.ifPresent(months -> faults.addAll(months.faults()));
    faults.sort(BY_FIELD);
    List<Finding> findings = new ArrayList<>();
    faults.forEach(fault -> findings.add(row.finding(fault, employer)));
    if (row.beyond() >= 0) {
      SourceCell beyond = new SourceCell(row.sheet(), row.row(), row.beyond());
      findings.add(Finding.of(FindingCode.ROW_TOO_WIDE, employer, beyond));
    }
    return new RowOutcome.Rejected(
        employer,
        read.document() instanceof IdReading.Read document
            ? Optional.of(document.number())
            : Optional.empty(),
        List.copyOf(findings));
  }

  /** An example is nobody: what else may be wrong with it is no matter. */
  private static RowOutcome sample(RawRow row, String employer) {
    return new RowOutcome.Rejected(
        employer,
        Optional.empty(),
        List.of(
            row.finding(RowFault.of(Field.NAME, FindingCode.SAMPLE_ROW, row.mark()), employer)));
  }

  static Set<ConstraintViolation<DeclaredRow>> violations(DeclaredRow read) {
    return Built.VALIDATOR.validate(read);
  }

  private static WageLine line(
      RawRow row, DeclaredRow read, IdReading.Read document, MonthsInService months) {
    BigDecimal wage =
        read.wage() instanceof WageReading.Yearly yearly
            ? yearly.average()
            : ((WageReading.Monthly) read.wage()).amount();
    return new WageLine(
        Characters.readable(read.name().asText()),
        document.kind(),
        document.number(),
        new Money(wage),
        months,
        ShortText.of(remarks(row), LONGEST_REMARK),
        row.sheet(),
        row.row());
  }

  private static String remarks(RawRow row) {
    return Characters.readable(row.cell(Field.REMARKS).asText());
  }

  private List<Finding> warnings(RawRow row, DeclaredRow read, WageLine line) {
    boolean tooLow = minimumWage.isPresent() && line.declaredWage().isLessThan(minimumWage.get());
    boolean shortened =
        line.remarks().length() >= LONGEST_REMARK - 1 && remarks(row).length() > LONGEST_REMARK;
    if (!tooLow && !shortened) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    if (tooLow) {
      Field place =
          read.wage() instanceof WageReading.Monthly monthly
              ? monthly.field()
              : ((WageReading.Yearly) read.wage()).field();
      String minimum = minimumWage.get().toString();
      findings.add(
          row.finding(
              RowFault.of(place, FindingCode.WAGE_BELOW_MINIMUM_WAGE, minimum),
              row.employerCode()));
    }
    if (shortened) {
      findings.add(
          row.finding(
              RowFault.of(
                  Field.REMARKS, FindingCode.TEXT_SHORTENED, Integer.toString(LONGEST_REMARK)),
              row.employerCode()));
    }
    return List.copyOf(findings);
  }

  /** The sentences of findings are made by {@link FindingText}; here the code is enough. */
  private static final class CodeAsMessage implements MessageInterpolator {

    @Override
    public String interpolate(String template, Context context) {
      return template;
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
      return template;
    }
  }
}
