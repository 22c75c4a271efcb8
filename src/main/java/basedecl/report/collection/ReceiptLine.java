package basedecl.report.collection;

import basedecl.ledger.latefee.PaymentRecord;
import basedecl.money.Money;
import java.util.Optional;

/**
 * A line of what came back as it was read.
 *
 * @param batch as it stands there
 * @param source the line, its payment being all that came
 * @param lateFee what the line says of late fee; empty where it says nothing
 */
public record ReceiptLine(String batch, PaymentRecord source, Optional<Money> lateFee) {}
