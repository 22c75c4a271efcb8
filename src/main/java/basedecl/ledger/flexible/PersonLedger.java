package basedecl.ledger.flexible;

import basedecl.person.IdNumber;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everything the ledger holds of somebody who pays alone, in every region and year. */
public final class PersonLedger {

  private final SpecialLedger special;
  private final FlexiblePaymentLedger payments;
  private final ElectionLedger elections;
  private final RetirementLedger retirements;

  public PersonLedger(JdbcTemplate template) {
    this.special = new SpecialLedger(template);
    this.payments = new FlexiblePaymentLedger(template);
    this.elections = new ElectionLedger(template);
    this.retirements = new RetirementLedger(template);
  }

  /**
   * What is known of a person.
   *
   * @param charges approved amounts in the order they were approved
   * @param special special payments in order of their days
   * @param payments ordinary ones in order of their days, failed debits among them
   * @param elections by region, in the order they were made
   * @param retired months of retirement by region and year
   */
  public record Known(
      List<SpecialCharge> charges,
      List<SpecialPayment> special,
      List<FlexiblePayment> payments,
      Map<String, List<ElectionRecord>> elections,
      Map<String, Map<Integer, YearMonth>> retired) {

    public Known {
      charges = List.copyOf(charges);
      special = List.copyOf(special);
      payments = List.copyOf(payments);
      elections = Map.copyOf(elections);
      retired = Map.copyOf(retired);
    }

    /** The same with other approved amounts. */
    public Known with(List<SpecialCharge> others) {
      return new Known(others, special, payments, elections, retired);
    }
  }

  /**
   * Payments and charges all; elections and retirements as they were known on a day (inclusive).
   */
  public Known of(IdNumber person, LocalDate knownOn) {
    return new Known(
        special.chargesOf(person),
        special.paymentsOf(person),
        payments.paymentsOf(person),
        elections.ofPerson(person, knownOn),
        retirements.ofPerson(person, knownOn));
  }
}
