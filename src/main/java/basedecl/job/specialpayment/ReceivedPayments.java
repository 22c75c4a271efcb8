package basedecl.job.specialpayment;

import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.job.run.RegionPolicies;
import basedecl.job.run.RunContext;
import basedecl.job.submitted.SubmittedFile;
import basedecl.job.submitted.SubmittedLine;
import basedecl.job.submitted.SubmittedPayment;
import basedecl.ledger.flexible.SpecialCharge;
import basedecl.ledger.flexible.SpecialPayment;
import basedecl.payment.Movement;
import basedecl.payment.PaymentAccount;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import basedecl.policy.Policy;
import basedecl.table.HeaderSpec;
import basedecl.table.KnownHeader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Payments as lines come in. A serial number is taken once; without one, the same line of the same
 * file is. An amount below zero gives back a debit that failed: it may bear the number of that
 * debit, and {@link PaymentAccount} says whether it can be taken. The lines of a run count in order
 * of their days, on one day payments before refunds.
 *
 * <pre>
 * 证件类型    optional  居民身份证 where left out
 * 证件号码    required  a person with an approved amount
 * 险种       required  that of the approved amount
 * 缴费日期    required  a day; a payment of a later one is taken once that day has come
 * 缴费金额    required  yuan, not zero
 * 流水号     optional  up to 60 characters
 *
 * 证件号码,险种,缴费日期,缴费金额,流水号
 * 370702198504123014,养老,2022-12-08,8400.00,WF01  → 8400.00 yuan paid
 * 370702198504123014,养老,2022-12-09,-400.00,WF01  → 400.00 yuan of it given back
 * 370702198504123014,养老,2022-12-10,100.00,WF01  → PAYMENT_DUPLICATE: the number is taken
 * </pre>
 */
final class ReceivedPayments {

  enum Column {
    DOCUMENT_KIND,
    ID_NUMBER,
    KIND,
    PAID_ON,
    AMOUNT,
    SERIAL
  }

  static final HeaderSpec<Column> HEADER =
      HeaderSpec.of(Column.class)
          .optional(Column.DOCUMENT_KIND, KnownHeader.DOCUMENT_KIND)
          .required(Column.ID_NUMBER, KnownHeader.ID_NUMBER)
          .required(Column.KIND, "险种")
          .required(Column.PAID_ON, "缴费日期", "到账日期")
          .required(Column.AMOUNT, "缴费金额", "金额", "实缴金额")
          .optional(Column.SERIAL, "流水号", "交易流水号")
          .amounts(EnumSet.of(Column.AMOUNT))
          .build();

  private static final SubmittedPayment.Columns<Column> COLUMNS =
      new SubmittedPayment.Columns<>(
          Column.DOCUMENT_KIND,
          Column.ID_NUMBER,
          Column.KIND,
          Column.PAID_ON,
          Column.AMOUNT,
          Column.SERIAL);

  private final RunContext context;
  private final Map<InsuranceKind, Policy> policies;
  private final Set<Person> charged = new HashSet<>();
  private final Map<String, SpecialPayment> known = new HashMap<>();
  private final Map<Person, List<SpecialPayment>> paid = new HashMap<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<SpecialPayment> added = new ArrayList<>();

  private record Person(IdNumber idNumber, InsuranceKind kind) {}

  private record Waiting(SubmittedLine<Column> line, SpecialPayment payment) {}

  ReceivedPayments(
      RunContext context, Collection<SpecialCharge> charges, Collection<SpecialPayment> before) {
    this.context = context;
    this.policies = RegionPolicies.byKind(context.rules());
    charges.forEach(charge -> charged.add(new Person(charge.idNumber(), charge.kind())));
    before.forEach(this::keep);
  }

  /** Reads a line; what is right waits for its turn. */
  void read(SubmittedFile file, SubmittedLine<Column> line) {
    SubmittedPayment.read(file, line, COLUMNS, policies, context.businessDate())
        .map(
            read ->
                new SpecialPayment(
                    context.rules().name(),
                    read.key(),
                    read.kind(),
                    read.idNumber(),
                    read.paidOn(),
                    read.amount(),
                    read.serial(),
                    read.source()))
        .ifPresent(payment -> waiting.add(new Waiting(line, payment)));
  }

  /** Takes what waits, in order of its days. */
  void settle() {
    waiting.sort(
        Comparator.comparing((Waiting w) -> w.payment().paidOn())
            .thenComparing(w -> w.payment().amount().signum() < 0));
    waiting.forEach(w -> take(w.line(), w.payment()));
    waiting.clear();
  }

  private void take(SubmittedLine<Column> line, SpecialPayment payment) {
    Person person = new Person(payment.idNumber(), payment.kind());
    SpecialPayment before = known.get(payment.key());
    if (before != null) {
      if (!before.sourceLine().equals(payment.sourceLine())) {
        boolean same =
            before.paidOn().equals(payment.paidOn()) && before.amount().equals(payment.amount());
        line.faults(Column.SERIAL)
            .add(same ? FindingCode.PAYMENT_DUPLICATE : FindingCode.PAYMENT_CONFLICT);
      }
    } else if (!charged.contains(person)) {
      line.faults(Column.ID_NUMBER).add(FindingCode.CHARGE_UNKNOWN);
    } else {
      refusal(person, payment)
          .ifPresentOrElse(
              reason -> line.faults(Column.AMOUNT).add(FindingCode.AMOUNT_INVALID, reason),
              () -> {
                keep(payment);
                added.add(payment);
              });
    }
  }

  private Optional<Reason> refusal(Person person, SpecialPayment payment) {
    Movement movement = payment.movement();
    return movement.isReversal()
        ? PaymentAccount.of(
                paid.getOrDefault(person, List.of()).stream()
                    .map(SpecialPayment::movement)
                    .toList())
            .refuses(movement)
        : Optional.empty();
  }

  private void keep(SpecialPayment payment) {
    known.put(payment.key(), payment);
    paid.computeIfAbsent(
            new Person(payment.idNumber(), payment.kind()), person -> new ArrayList<>())
        .add(payment);
  }

  List<SpecialPayment> added() {
    return added;
  }
}
