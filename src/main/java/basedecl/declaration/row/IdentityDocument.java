package basedecl.declaration.row;

import basedecl.person.IdNumber;
import basedecl.person.IdReading;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** 证件类型 and 证件号码 agree and the number is right for its kind (domain 8, {@link IdNumber#read}). */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = IdentityDocument.Check.class)
@interface IdentityDocument {

  String message() default "ID_INVALID";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** The check. */
  final class Check implements ConstraintValidator<IdentityDocument, IdReading> {

    @Override
    public boolean isValid(IdReading reading, ConstraintValidatorContext context) {
      return !(reading instanceof IdReading.Refused refused)
          || ConstraintFaults.refuse(context, refused.faults());
    }
  }
}
