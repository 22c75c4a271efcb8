package basedecl.declaration.row;

import basedecl.cell.CellValue;
import basedecl.cell.Characters;
import basedecl.cell.Field;
import basedecl.cell.RowFault;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
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
 * 姓名 holds a name: at least one letter of any script, {@code ·} and spaces inside allowed, and no
 * more than {@link #longest()} characters, counted as the ledger's narrower database counts them: a
 * character outside the basic plane as two. {@code NAME_MISSING} or {@code TEXT_TOO_LONG}
 * otherwise.
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
      return fault(cell, longest)
          .map(fault -> ConstraintFaults.refuse(context, fault))
          .orElse(true);
    }

    /** The rule itself: what is wrong with the name, if anything. */
    static Optional<RowFault> fault(CellValue cell, int longest) {
      Optional<RowFault> unreadable = RowFault.unreadable(Field.NAME, cell);
      if (unreadable.isPresent()) {
        return unreadable;
      }
      String name = Characters.readable(cell.asText());
      if (name.isEmpty()) {
        return Optional.of(missing(Reason.NAME_BLANK));
      }
      if (!(cell instanceof CellValue.Text) || !anyLetter(name)) {
        return Optional.of(missing(Reason.NAME_NO_LETTER));
      }
      return name.length() <= longest
          ? Optional.empty()
          : Optional.of(
              RowFault.of(
                  Field.NAME,
                  FindingCode.TEXT_TOO_LONG,
                  Reason.NAME_TOO_LONG,
                  Integer.toString(longest)));
    }

    private static boolean anyLetter(String name) {
      return isLetter(name.codePointAt(0)) || name.codePoints().anyMatch(Check::isLetter);
    }

    /** Rare characters that GB 18030 puts into the private area are letters of a name too. */
    private static boolean isLetter(int c) {
      return Character.isLetter(c) || Character.getType(c) == Character.PRIVATE_USE;
    }

    private static RowFault missing(Reason reason) {
      return RowFault.of(Field.NAME, FindingCode.NAME_MISSING, reason);
    }
  }
}
