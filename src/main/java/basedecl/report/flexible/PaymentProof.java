package basedecl.report.flexible;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.say;
import static basedecl.report.ReportTexts.yuan;

import basedecl.file.ReplacedFile.Written;
import basedecl.ledger.flexible.CertificateRecord;
import basedecl.ledger.flexible.SpecialPayment;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.WorkCalendar;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A person's proof of payment for a year: the payments that two working days have passed since
 * (Weifang notice of 2022, part four). Its code is made from what it says, so that another word
 * makes another code.
 */
public record PaymentProof(
    IdNumber idNumber, String name, int year, LocalDate issuedOn, List<SpecialPayment> payments) {

  /** Working days after the payment on which its detail and its proof can be had. */
  public static final int DAYS_TO_DETAIL = 1;

  public static final int DAYS_TO_PROOF = 2;

  private static final int CODE_DIGITS = 20;
  private static final int GROUP = 4;

  private static final TableColumn[] COLUMNS = {
    TableColumn.serial("序号", 8),
    TableColumn.word("险种", 12),
    TableColumn.date("缴费日期", 16),
    TableColumn.money("缴费金额", 18),
    TableColumn.text("流水号", 34)
  };

  public PaymentProof {
    payments = List.copyOf(payments);
  }

  /** The proof of the payments made in {@code year} that can be proved on {@code day}. */
  public static PaymentProof of(
      IdNumber idNumber,
      String name,
      int year,
      LocalDate day,
      List<SpecialPayment> payments,
      WorkCalendar calendar) {
    return new PaymentProof(
        idNumber,
        name,
        year,
        day,
        payments.stream()
            .filter(p -> p.paidOn().getYear() == year)
            .filter(p -> !calendar.workingDaysAfter(p.paidOn(), DAYS_TO_PROOF).isAfter(day))
            .toList());
  }

  public Money total() {
    return payments.stream().map(SpecialPayment::amount).reduce(Money.ZERO, Money::plus);
  }

  /** What the ledger keeps of it. */
  public CertificateRecord record() {
    String sha256 = digest();
    return new CertificateRecord(
        code(sha256), idNumber, name, year, issuedOn, payments.size(), total(), sha256);
  }

  private String digest() {
    StringBuilder content = new StringBuilder();
    content.append(idNumber.whole()).append('\n').append(name).append('\n');
    content.append(year).append('\n').append(issuedOn).append('\n');
    for (SpecialPayment payment : payments) {
      content
          .append(payment.region())
          .append('|')
          .append(payment.kind())
          .append('|')
          .append(payment.paidOn())
          .append('|')
          .append(payment.amount())
          .append('|')
          .append(payment.key())
          .append('\n');
    }
    return DigestUtils.sha256Hex(content.toString());
  }

  private static String code(String sha256) {
    return grouped(sha256.substring(0, CODE_DIGITS));
  }

  /** A code as printed, however it was typed: five groups of four. */
  public static String grouped(String typed) {
    String digits = typed.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
    return digits.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
  }

  /** Writes the paper. */
  public Written write(Path target) throws IOException {
    CertificateRecord certificate = record();
    TableSheet sheet =
        TableSheet.of("缴费证明", say("proof.title"), COLUMNS)
            .withNotes(
                List.of(
                    say("proof.person", name, idNumber.whole()),
                    say("proof.year", String.valueOf(year), issuedOn.toString()),
                    say("proof.totals", count(payments.size()), yuan(total())),
                    say("proof.code", certificate.code()),
                    say("proof.note")))
            .withRowHeight(24);
    try (TableWorkbook workbook = TableWorkbook.at(target, issuedOn)) {
      TableRows rows = workbook.sheet(sheet, payments.size());
      int number = 0;
      for (SpecialPayment payment : payments) {
        rows.row()
            .number(++number)
            .text(payment.kind().title())
            .date(payment.paidOn())
            .money(payment.amount())
            .text(payment.serial());
      }
      return workbook.finish();
    }
  }
}
