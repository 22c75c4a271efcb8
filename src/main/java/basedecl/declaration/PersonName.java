package basedecl.declaration;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;

/**
 * 姓名 holds a name: at least one letter of any script, {@code ·} and spaces inside allowed, no more
 * than {@link #longest()} characters. {@code NAME_MISSING} otherwise.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PersonName.Check.class)
@interface PersonName {

  int longest();

  String message() default "NAME_MISSING";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** The check, thread-safe once set up. */
  final class Check implements ConstraintValidator<PersonName, CellValue> {

    private int longest;

    @Override
    public void initialize(PersonName constraint) {
      longest = constraint.longest();
    }

    @Override
    public boolean isValid(CellValue cell, ConstraintValidatorContext context) {
      Optional<RowFault> unreadable = RowFault.unreadable(Field.NAME, cell);
      if (unreadable.isPresent()) {
        return Faults.refuse(context, unreadable.get());
      }
      String name = Characters.readable(cell.asText());
      if (name.isEmpty()) {
        return Faults.refuse(context, missing("name-blank"));
      }
      if (!(cell instanceof CellValue.Text) || name.codePoints().noneMatch(Check::isLetter)) {
        return Faults.refuse(context, missing("name-no-letter"));
      }
      return name.codePointCount(0, name.length()) <= longest
          || Faults.refuse(context, missing("name-too-long", Integer.toString(longest)));
    }

    /** Rare characters that GB 18030 puts into the private area are letters of a name too. */
    private static boolean isLetter(int c) {
      return Character.isLetter(c) || Character.getType(c) == Character.PRIVATE_USE;
    }

    private static RowFault missing(String... reason) {
      return RowFault.of(Field.NAME, FindingCode.NAME_MISSING, reason);
    }
  }
}
