package basedecl.payment;

import basedecl.finding.Finding;
import java.util.List;

/** What reading one line of a table of payments gave. */
public sealed interface PaymentReading {

  /** A payment that can be taken. */
  record Read(EmployerPayment payment) implements PaymentReading {}

  /** Everything that is wrong with the line, or why it is not taken yet: at least one finding. */
  record Refused(List<Finding> findings) implements PaymentReading {
    public Refused {
      findings = List.copyOf(findings);
    }
  }
}
