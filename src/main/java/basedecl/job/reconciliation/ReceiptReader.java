package basedecl.job.reconciliation;

import basedecl.cell.Characters;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.job.submitted.SubmittedFile;
import basedecl.job.submitted.SubmittedLine;
import basedecl.ledger.latefee.PaymentRecord;
import basedecl.money.Money;
import basedecl.payment.EmployerPayment;
import basedecl.payment.PaymentCheck;
import basedecl.payment.PaymentReading;
import basedecl.report.collection.ReceiptLine;
import java.util.Optional;

/** Reads a line of what came back; what is wrong with it stays with the line. */
record ReceiptReader(PaymentCheck check) {

  private static final int LONGEST_SHEET = 100;
  private static final int LONGEST_PATH = 1_000;
  private static final int LONGEST_BATCH = 20;

  /** The line; empty where it is refused. */
  Optional<ReceiptLine> read(SubmittedFile file, SubmittedLine<ReceiptColumn> line) {
    PaymentReading reading =
        check.check(
            field -> line.cell(ReceiptColumn.of(field)),
            field -> line.place(ReceiptColumn.of(field)));
    if (reading instanceof PaymentReading.Refused refused) {
      line.refuse(refused.findings());
    }
    if (line.cell(ReceiptColumn.SERIAL).isBlank()) {
      line.faults(ReceiptColumn.SERIAL, line.readableText(ReceiptColumn.EMPLOYER_CODE))
          .add(FindingCode.SERIAL_MISSING);
    }
    Optional<Money> lateFee =
        line.cell(ReceiptColumn.LATE_FEE).isBlank()
            ? Optional.empty()
            : line.amount(ReceiptColumn.LATE_FEE);
    if (line.isRefused() || !(reading instanceof PaymentReading.Read read)) {
      return Optional.empty();
    }
    EmployerPayment payment = read.payment();
    if (lateFee.filter(fee -> !isWithin(fee, payment.amount())).isPresent()) {
      line.faults(ReceiptColumn.LATE_FEE, payment.employerCode())
          .add(FindingCode.AMOUNT_INVALID, Reason.LATE_FEE_ABOVE_AMOUNT);
      return Optional.empty();
    }
    return Optional.of(
        new ReceiptLine(
            batch(line),
            new PaymentRecord(
                payment,
                end(file.name(), LONGEST_PATH),
                file.sha256(),
                end(line.sheet(), LONGEST_SHEET),
                line.place().row()),
            lateFee));
  }

  /** Of the same sign as the amount, and no more than it. */
  private static boolean isWithin(Money fee, Money amount) {
    return fee.isZero()
        || (fee.signum() == amount.signum()
            && fee.amount().abs().compareTo(amount.amount().abs()) <= 0);
  }

  /** As it stands there: what is no number of a batch is of none. */
  private static String batch(SubmittedLine<ReceiptColumn> line) {
    String text = Characters.compact(line.text(ReceiptColumn.BATCH));
    return end(text.replaceFirst("^0+(?=\\d)", ""), LONGEST_BATCH);
  }

  private static String end(String text, int longest) {
    return text.length() <= longest ? text : text.substring(text.length() - longest);
  }
}
