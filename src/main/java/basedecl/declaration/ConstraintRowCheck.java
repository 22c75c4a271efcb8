package basedecl.declaration;

import basedecl.money.Money;
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
 * once: building it costs as much as checking some 100,000 rows.
 */
final class ConstraintRowCheck implements RowCheck {

  private static final Validator VALIDATOR =
      Validation.byProvider(HibernateValidator.class)
          .configure()
          .ignoreXmlConfiguration()
          .messageInterpolator(new CodeAsMessage())
          .buildValidatorFactory()
          .getValidator();

  private static final Comparator<RowFault> BY_FIELD = Comparator.comparing(RowFault::field);

  private final Population population;
  private final LocalDate businessDate;
  private final Optional<Money> minimumWage;

  ConstraintRowCheck(Population population, LocalDate businessDate, Optional<Money> minimumWage) {
    this.population = population;
    this.businessDate = businessDate;
    this.minimumWage = minimumWage;
  }

  @Override
  public RowOutcome check(RawRow row) {
    DeclaredRow read = DeclaredRow.of(row, population, businessDate);
    Optional<RowFault> employerFault = employerFault(row);
    if (employerFault.isEmpty()
        && read.isFlawless()
        && read.document() instanceof IdReading.Read document) {
      WageLine line = line(row, read, document);
      return new RowOutcome.Accepted(row.employerCode(), line, warnings(row, read, line));
    }
    List<RowFault> faults = new ArrayList<>();
    employerFault.ifPresent(faults::add);
    violations(read).forEach(violation -> faults.addAll(Faults.of(violation)));
    faults.sort(BY_FIELD);
    return new RowOutcome.Rejected(
        row.employerCode(),
        read.document() instanceof IdReading.Read document
            ? Optional.of(document.number())
            : Optional.empty(),
        faults.stream().map(fault -> fault.in(row)).toList());
  }

  static Set<ConstraintViolation<DeclaredRow>> violations(DeclaredRow read) {
    return VALIDATOR.validate(read);
  }

  /** A cell that could not be read is told as such, even where the block above gives a code. */
  private static Optional<RowFault> employerFault(RawRow row) {
    Optional<RowFault> unreadable =
        RowFault.unreadable(Field.EMPLOYER_CODE, row.cell(Field.EMPLOYER_CODE));
    return unreadable.isEmpty() && row.employerCode().isEmpty()
        ? Optional.of(RowFault.of(Field.EMPLOYER_CODE, FindingCode.EMPLOYER_MISSING))
        : unreadable;
  }

  private static WageLine line(RawRow row, DeclaredRow read, IdReading.Read document) {
    BigDecimal wage =
        read.wage() instanceof WageReading.Yearly yearly
            ? yearly.average()
            : ((WageReading.Monthly) read.wage()).amount();
    return new WageLine(
        Characters.readable(read.name().asText()),
        document.kind(),
        document.number(),
        new Money(wage),
        Characters.readable(row.cell(Field.REMARKS).asText()),
        row.sheet(),
        row.row());
  }

  private List<Finding> warnings(RawRow row, DeclaredRow read, WageLine line) {
    if (minimumWage.isEmpty() || !line.declaredWage().isLessThan(minimumWage.get())) {
      return List.of();
    }
    Field place =
        read.wage() instanceof WageReading.Monthly monthly ? monthly.field() : Field.YEAR_TOTAL;
    String minimum = minimumWage.get().toString();
    return List.of(RowFault.of(place, FindingCode.WAGE_BELOW_MINIMUM_WAGE, minimum).in(row));
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
