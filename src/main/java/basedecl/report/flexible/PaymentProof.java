package basedecl.report.flexible;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.say;
import static basedecl.report.ReportTexts.yuan;

import basedecl.file.ReplacedFile.Written;
import basedecl.ledger.flexible.CertificateRecord;
import basedecl.ledger.flexible.PersonLedger;
import basedecl.ledger.flexible.SpecialCharge;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.Payee;
import basedecl.policy.PolicyBook;
import basedecl.policy.WorkCalendar;
import basedecl.workbook.TableBlock;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A person's proof of payment for a year: the payments, special and ordinary, that two working days
 * have passed since (Weifang notice of 2022, part four). Its code is made from what it says, so
 * that another word makes another code.
 */
public record PaymentProof(
    IdNumber idNumber,
    String name,
    int year,
    LocalDate issuedOn,
    List<ProvenPayment> payments,
    Optional<Long> lastCharge) {

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
    TableColumn.text("流水号", 34),
    TableColumn.text("费款所属期", 40)
  };

  public PaymentProof {
    payments = List.copyOf(payments);
  }

  /**
   * The proof of the payments made in {@code year} that can be proved on {@code day}.
   *
   * @param known what the ledger holds of the person, elections as they were known on that day
   */
  public static PaymentProof of(
      IdNumber idNumber, PersonLedger.Known known, PolicyBook policies, int year, LocalDate day) {
    WorkCalendar calendar = policies.national().calendar();
    PersonPayments provable =
        PersonPayments.of(
            known,
            policies,
            day,
            paidOn -> !calendar.workingDaysAfter(paidOn, DAYS_TO_PROOF).isAfter(day));
    return new PaymentProof(
        idNumber,
        provable.name(),
        year,
        day,
        provable.payments().stream().filter(p -> p.paidOn().getYear() == year).toList(),
        known.charges().stream().map(SpecialCharge::id).max(Comparator.naturalOrder()));
  }

  /** Whom the payments went to, as the policies of their regions name it. */
  public List<String> issuers(PolicyBook policies) {
    return payments.stream()
        .flatMap(payment -> policies.payee(payment.region(), payment.kind()).stream())
        .map(Payee::name)
        .distinct()
        .toList();
  }

  /** How many amounts were given back; the others were paid. */
  public long refunds() {
    return payments.stream().filter(ProvenPayment::isRefund).count();
  }

  /** How many amounts were paid. */
  public long paid() {
    return payments.size() - refunds();
  }

  public Money total() {
    return payments.stream().map(ProvenPayment::amount).reduce(Money.ZERO, Money::plus);
  }

  /** Printed on the paper, by which it is verified. */
  public String code() {
    return code(digest(true));
  }

  /** What the ledger keeps of it. */
  public CertificateRecord record() {
    String sha256 = digest(true);
    return new CertificateRecord(
        code(sha256), idNumber, name, year, issuedOn, payments.size(), total(), lastCharge, sha256);
  }

  /** Whether that proof says what this one says; those issued before did not name the periods. */
  public boolean says(CertificateRecord issued) {
    return issued.sha256().equals(digest(true)) || issued.sha256().equals(digest(false));
  }

  private String digest(boolean withPeriods) {
    StringBuilder content = new StringBuilder();
    content.append(idNumber.whole()).append('\n').append(name).append('\n');
    content.append(year).append('\n').append(issuedOn).append('\n');
    for (ProvenPayment payment : payments) {
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
          .append(withPeriods ? "|" + payment.periods() : "")
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

  /**
   * Writes the paper.
   *
   * @param issuers who seals it, a line each; one to be filled in by hand where there is none
   */
  public Written write(Path target, List<String> issuers) throws IOException {
    CertificateRecord certificate = record();
    TableSheet sheet =
        TableSheet.of("缴费证明", say("proof.title"), COLUMNS)
            .withNotes(
                List.of(
                    say("proof.person", name, idNumber.whole()),
                    say("proof.year", String.valueOf(year), issuedOn.toString()),
                    totals(),
                    say("proof.code", certificate.code()),
                    say("proof.note")))
            .withRowHeight(24)
            .withClosing(seals(issuers));
    try (TableWorkbook workbook = TableWorkbook.at(target, issuedOn)) {
      TableRows rows = workbook.sheet(sheet, payments.size());
      int number = 0;
      for (ProvenPayment payment : payments) {
        rows.row()
            .number(++number)
            .text(payment.kind().title())
            .date(payment.paidOn())
            .money(payment.amount())
            .text(payment.serial())
            .text(payment.periods());
      }
      return workbook.finish();
    }
  }

  /** What it certifies, in a sentence. */
  public String totals() {
    return refunds() == 0
        ? say("proof.totals", count(paid()), yuan(total()))
        : say("proof.totals-refunds", count(paid()), count(refunds()), yuan(total()));
  }

  private static List<TableBlock> seals(List<String> issuers) {
    List<String> names = issuers.isEmpty() ? List.of(say("proof.issuer-blank")) : issuers;
    return names.stream().map(name -> TableBlock.signature(say("proof.issuer", name))).toList();
  }
}
