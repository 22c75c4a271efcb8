package basedecl.declaration.row;

import basedecl.cell.CellValue;
import basedecl.person.FullName;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** 姓名 holds a name as {@link FullName} has it: {@code NAME_MISSING} or {@code TEXT_TOO_LONG}. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PersonName.Check.class)
@interface PersonName {

  String message() default "NAME_MISSING";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** The check, thread-safe. */
  final class Check implements ConstraintValidator<PersonName, CellValue> {

    @Override
    public boolean isValid(CellValue cell, ConstraintValidatorContext context) {
      return FullName.fault(cell)
          .map(fault -> ConstraintFaults.refuse(context, fault))
          .orElse(true);
    }
  }
}
