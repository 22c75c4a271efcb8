package basedecl.ledger.latefee;

import basedecl.finding.FileFinding;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.finding.SourceCell;
import basedecl.payment.EmployerPayment;
import basedecl.payment.PaymentAccount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Amounts below zero, which wait until every payment of the run is taken: a reversal may stand in a
 * file before that of its payment. They are taken in order of their days; one that cannot be is
 * listed, and read again with the next run.
 */
public final class PaymentReversals {

  private static final Comparator<PaymentRecord> IN_ORDER =
      Comparator.comparing((PaymentRecord line) -> line.payment().paidOn())
          .thenComparing(PaymentRecord::file)
          .thenComparing(PaymentRecord::sheet)
          .thenComparing(PaymentRecord::row);

  private final PaymentLedger ledger;
  private final List<PaymentRecord> waiting = new ArrayList<>();

  public PaymentReversals(PaymentLedger ledger) {
    this.ledger = ledger;
  }

  public static boolean isReversal(PaymentRecord line) {
    return line.payment().movement().isReversal();
  }

  /** Keeps reversals waiting. */
  public void await(List<PaymentRecord> reversals) {
    waiting.addAll(reversals);
  }

  /** Takes what waits, in the caller's transaction. */
  public void settle(
      long runId, Consumer<PaymentLedger.Taken> taken, Consumer<FileFinding> refused) {
    waiting.sort(IN_ORDER);
    for (PaymentRecord line : waiting) {
      Optional<Finding> refusal = ledger.has(line) ? Optional.empty() : refusal(line);
      if (refusal.isPresent()) {
        refused.accept(new FileFinding(line.file(), refusal.get()));
      } else {
        taken.accept(ledger.take(runId, List.of(line)));
      }
    }
    waiting.clear();
  }

  private Optional<Finding> refusal(PaymentRecord line) {
    EmployerPayment reversal = line.payment();
    Optional<PaymentRecord> own = reversal.serial().flatMap(ledger::withSerial);
    if (own.isPresent() && !own.get().payment().isOfSameDue(reversal)) {
      PaymentRecord other = own.get();
      return Optional.of(
          refused(line, Reason.REFUND_OTHER_DUE, other.place(), Integer.toString(other.row())));
    }
    List<EmployerPayment> paid =
        ledger.ofEmployer(reversal.employerCode(), reversal.period().getYear()).stream()
            .map(PaymentRecord::payment)
            .filter(reversal::isOfSameDue)
            .toList();
    return PaymentAccount.of(paid.stream().map(EmployerPayment::movement).toList())
        .refuses(reversal.movement())
        .map(reason -> refused(line, reason));
  }

  private static Finding refused(PaymentRecord line, Reason reason, String... arguments) {
    return Finding.of(
        FindingCode.AMOUNT_INVALID,
        line.payment().employerCode(),
        SourceCell.row(line.sheet(), line.row()),
        reason,
        arguments);
  }
}
