package basedecl.job.reconciliation;

import basedecl.assessment.collection.Collected;
import basedecl.assessment.collection.EmployerMonth;
import basedecl.assessment.collection.Receipt;
import basedecl.finding.FileFinding;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.finding.SourceCell;
import basedecl.ledger.collection.CollectionLine;
import basedecl.ledger.collection.ReceiptRecord;
import basedecl.ledger.latefee.PaymentLedger;
import basedecl.ledger.latefee.PaymentRecord;
import basedecl.ledger.latefee.PaymentReversals;
import basedecl.money.Money;
import basedecl.payment.EmployerPayment;
import basedecl.report.collection.ReceiptLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes receipts, each once, and with each the payment that it is. The line of a batch that a
 * receipt names must be there; one that names none is put aside and not taken. A payment that
 * another table brought under the same serial number stands for the receipt.
 */
final class ReceiptBook {

  private final PaymentLedger payments;
  private final long runId;
  private final Map<Place, Collected> asked = new HashMap<>();
  private final Map<String, ReceiptRecord> known = new HashMap<>();
  private final List<ReceiptRecord> waiting = new ArrayList<>();
  private final List<ReceiptRecord> taken = new ArrayList<>();
  private final List<ReceiptLine> unmatched = new ArrayList<>();
  private final List<FileFinding> problems = new ArrayList<>();
  private int again;

  private record Place(String batch, EmployerMonth key) {}

  ReceiptBook(ReconciliationLedgers ledgers, long runId) {
    this.payments = ledgers.payments();
    this.runId = runId;
    for (CollectionLine each : ledgers.batches().lines()) {
      asked.put(
          new Place(Integer.toString(each.batch()), each.line().key()), each.line().difference());
    }
    ledgers.receipts().all().forEach(receipt -> known.put(receipt.key(), receipt));
  }

  /** Looks for the receipt's line; what is right waits for its turn. */
  void read(ReceiptLine line) {
    EmployerPayment payment = line.source().payment();
    EmployerMonth key = new EmployerMonth(payment.employerCode(), payment.period());
    Collected figures = asked.get(new Place(line.batch(), key));
    if (figures == null) {
      unmatched.add(line);
      return;
    }
    Money fee = line.lateFee().orElseGet(() -> Receipt.lateFeeWithin(payment.amount(), figures));
    waiting.add(
        new ReceiptRecord(
            new Receipt(
                Integer.parseInt(line.batch()),
                key,
                payment.paidOn(),
                payment.amount(),
                fee,
                payment.serial().orElseThrow()),
            line.source()));
  }

  /** Takes what waits: what came before what was given back, each in order of its days. */
  void settle() {
    waiting.sort(
        Comparator.comparing((ReceiptRecord each) -> each.receipt().amount().signum() < 0)
            .thenComparing(each -> each.receipt().on()));
    waiting.forEach(this::take);
    waiting.clear();
  }

  private void take(ReceiptRecord receipt) {
    ReceiptRecord before = known.get(receipt.key());
    if (before != null) {
      if (before.isSameLine(receipt)) {
        again++;
      } else {
        problems.add(other(receipt, before.source(), before.isSameMoney(receipt)));
      }
      return;
    }
    paid(receipt)
        .ifPresent(
            each -> {
              known.put(each.key(), each);
              taken.add(each);
            });
  }

  /** The receipt once its payment stands in the ledger; empty where that cannot be. */
  private Optional<ReceiptRecord> paid(ReceiptRecord receipt) {
    Money principal = receipt.receipt().principal();
    if (principal.isZero()) {
      return Optional.of(receipt);
    }
    PaymentRecord payment = payment(receipt.source(), principal);
    return principal.signum() < 0 ? givenBack(receipt, payment) : came(receipt, payment);
  }

  private Optional<ReceiptRecord> came(ReceiptRecord receipt, PaymentRecord payment) {
    Optional<PaymentRecord> before = payments.withSerial(receipt.receipt().serial());
    if (before.isEmpty()) {
      payments.take(runId, List.of(payment));
      return Optional.of(receipt);
    }
    EmployerPayment standing = before.get().payment();
    Money amount = standing.amount();
    if (standing.isOfSameDue(payment.payment())
        && (amount.equals(payment.payment().amount())
            || amount.equals(receipt.receipt().amount()))) {
      return Optional.of(withLateFee(receipt, receipt.receipt().amount().minus(amount)));
    }
    problems.add(other(receipt, before.get(), false));
    return Optional.empty();
  }

  private Optional<ReceiptRecord> givenBack(ReceiptRecord receipt, PaymentRecord payment) {
    PaymentReversals reversals = new PaymentReversals(payments);
    reversals.await(List.of(payment));
    reversals.settle(runId, ignored -> {}, problems::add);
    return payments.has(payment) ? Optional.of(receipt) : Optional.empty();
  }

  private static PaymentRecord payment(PaymentRecord source, Money principal) {
    EmployerPayment all = source.payment();
    return new PaymentRecord(
        new EmployerPayment(
            all.employerCode(), all.period(), all.paidOn(), principal, all.serial()),
        source.file(),
        source.sha256(),
        source.sheet(),
        source.row());
  }

  private static ReceiptRecord withLateFee(ReceiptRecord receipt, Money fee) {
    Receipt each = receipt.receipt();
    return new ReceiptRecord(
        new Receipt(each.batch(), each.key(), each.on(), each.amount(), fee, each.serial()),
        receipt.source());
  }

  private static FileFinding other(ReceiptRecord receipt, PaymentRecord before, boolean same) {
    PaymentRecord line = receipt.source();
    return new FileFinding(
        line.file(),
        Finding.of(
            same ? FindingCode.PAYMENT_DUPLICATE : FindingCode.PAYMENT_CONFLICT,
            line.payment().employerCode(),
            SourceCell.row(line.sheet(), line.row()),
            same ? Reason.PAYMENT_SAME_SERIAL : Reason.PAYMENT_OTHER_CONTENT,
            before.place(),
            Integer.toString(before.row())));
  }

  /** Receipts that are new to the ledger. */
  List<ReceiptRecord> taken() {
    return taken;
  }

  /** Lines that name no line of a batch. */
  List<ReceiptLine> unmatched() {
    return unmatched;
  }

  List<FileFinding> problems() {
    return problems;
  }

  /** Lines that are the very ones on record. */
  int again() {
    return again;
  }
}
