package basedecl.declaration.row;

import basedecl.cell.RowFault;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintViolation;
import java.util.List;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.hibernate.validator.engine.HibernateConstraintViolation;

/** The faults that a constraint found, as they travel with its violation. */
record ConstraintFaults(List<RowFault> list) {

  ConstraintFaults {
    list = List.copyOf(list);
  }

  static boolean refuse(ConstraintValidatorContext context, RowFault fault) {
    return refuse(context, List.of(fault));
  }

  /** Hands over the faults with the violation; always false, as a refusing check returns. */
  static boolean refuse(ConstraintValidatorContext context, List<RowFault> faults) {
    context
        .unwrap(HibernateConstraintValidatorContext.class)
        .withDynamicPayload(new ConstraintFaults(faults));
    return false;
  }

  static List<RowFault> of(ConstraintViolation<DeclaredRow> violation) {
    HibernateConstraintViolation<?> carrier = violation.unwrap(HibernateConstraintViolation.class);
    return carrier.getDynamicPayload(ConstraintFaults.class).list();
  }
}
