package basedecl.declaration.row;

import basedecl.cell.Field;
import basedecl.cell.RowFault;
import basedecl.finding.FindingCode;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.util.List;

/**
 * A wage (or pension) can be one: more than nothing, no more than {@link #decimals()} decimals as
 * written, under {@link #below()} yuan a month. The limits of the contribution base are no matter
 * here: the true wage is declared even where it lies outside them (S3, domain 2.2).
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = MonthlyWage.Check.class)
@interface MonthlyWage {

  int decimals();

  /** Yuan a month, exclusive. */
  String below();

  String message() default "WAGE_NOT_A_NUMBER";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** The check, thread-safe once set up. */
  final class Check implements ConstraintValidator<MonthlyWage, WageReading> {

    private int decimals;
    private BigDecimal below = BigDecimal.ZERO;

    @Override
    public void initialize(MonthlyWage constraint) {
      decimals = constraint.decimals();
      below = new BigDecimal(constraint.below());
    }

    @Override
    public boolean isValid(WageReading reading, ConstraintValidatorContext context) {
      List<RowFault> faults = faults(reading, decimals, below);
      return faults.isEmpty() || ConstraintFaults.refuse(context, faults);
    }

    /** The rule itself: what is wrong with the wage; empty where it can be one. */
    static List<RowFault> faults(WageReading reading, int decimals, BigDecimal below) {
      if (reading instanceof WageReading.Refused refused) {
        return refused.faults();
      }
      if (reading instanceof WageReading.Monthly monthly) {
        return faults(monthly.field(), monthly.amount(), monthly.amount(), decimals, below);
      }
      WageReading.Yearly yearly = (WageReading.Yearly) reading;
      return faults(yearly.field(), yearly.total(), yearly.average(), decimals, below);
    }

    private static List<RowFault> faults(
        Field field, BigDecimal written, BigDecimal wage, int decimals, BigDecimal below) {
      if (wage.signum() <= 0) {
        return List.of(RowFault.of(field, FindingCode.WAGE_NOT_POSITIVE));
      }
      if (wage.compareTo(below) >= 0) {
        return List.of(RowFault.of(field, FindingCode.WAGE_IMPLAUSIBLE));
      }
      return written.scale() <= decimals || written.stripTrailingZeros().scale() <= decimals
          ? List.of()
          : List.of(RowFault.of(field, FindingCode.WAGE_TOO_PRECISE));
    }
  }
}
