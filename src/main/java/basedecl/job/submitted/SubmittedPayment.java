package basedecl.job.submitted;

import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.money.Money;
import basedecl.payment.Movement;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import basedecl.policy.Policy;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What a line of a table of personal payments says, read alike for special and ordinary ones:
 * somebody's number, a kind of insurance the region has, a day not after the business date, an
 * amount that is not zero, a serial number of up to 60 characters.
 *
 * @param source file, sheet and row, whatever the file's name
 */
public record SubmittedPayment(
    IdNumber idNumber,
    InsuranceKind kind,
    LocalDate paidOn,
    Money amount,
    String serial,
    String source) {

  private static final int LONGEST_SERIAL = 60;
  private static final int LONGEST_SHEET = 100;

  /** Which columns say it. */
  public record Columns<C>(C documentKind, C idNumber, C kind, C paidOn, C amount, C serial) {}

  /** Reads a line; empty where something is wrong with it, which stays with the line. */
  public static <C extends Enum<C>> Optional<SubmittedPayment> read(
      SubmittedFile file,
      SubmittedLine<C> line,
      Columns<C> columns,
      Map<InsuranceKind, Policy> policies,
      LocalDate businessDate) {
    Optional<IdNumber> number =
        line.idNumber(columns.documentKind(), columns.idNumber(), businessDate);
    Optional<InsuranceKind> kind = line.kind(columns.kind(), policies);
    Optional<LocalDate> paidOn = line.day(columns.paidOn());
    if (paidOn.isPresent() && paidOn.get().isAfter(businessDate)) {
      line.faults(columns.paidOn())
          .add(FindingCode.PAYMENT_AHEAD, paidOn.get().toString(), businessDate.toString());
    }
    Optional<Money> amount = line.amount(columns.amount());
    if (amount.isPresent() && amount.get().isZero()) {
      line.faults(columns.amount()).add(FindingCode.AMOUNT_INVALID, Reason.AMOUNT_ZERO);
    }
    String serial = line.readableText(columns.serial());
    if (serial.length() > LONGEST_SERIAL) {
      line.faults(columns.serial()).add(FindingCode.KIND_UNKNOWN, Reason.SERIAL_TOO_LONG);
    }
    return line.isRefused()
        ? Optional.empty()
        : Optional.of(
            new SubmittedPayment(
                number.orElseThrow(),
                kind.orElseThrow(),
                paidOn.orElseThrow(),
                amount.orElseThrow(),
                serial,
                file.sha256() + "/" + sheet(line) + "/" + line.place().row()));
  }

  /** By which it is told from others: its serial number, or its line where it has none. */
  public String key() {
    return serial.isEmpty() ? "line " + source : Movement.key(serial, amount);
  }

  /** A name no spreadsheet program would give is told by its digest. */
  private static String sheet(SubmittedLine<?> line) {
    String sheet = line.sheet();
    return sheet.length() <= LONGEST_SHEET
        ? sheet
        : Integer.toHexString(sheet.hashCode()) + "-" + sheet.length();
  }
}
