package basedecl.assessment.flexible;

import basedecl.payment.Movement;
import java.util.Optional;

/**
 * A payment of the current year, or below zero what gives one back.
 *
 * @param movement its serial number is never empty: it tells the payment from others
 * @param paidFor the months it names; empty where it counts in order
 */
public record InstalmentPayment(Movement movement, Optional<PaidFor> paidFor) {}
