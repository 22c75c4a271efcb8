package basedecl.job.specialpayment;

import basedecl.assessment.flexible.Interruption;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.job.run.RegionPolicies;
import basedecl.job.run.RunContext;
import basedecl.job.submitted.SubmittedLine;
import basedecl.ledger.flexible.ElectionLedger;
import basedecl.ledger.flexible.ElectionRecord;
import basedecl.ledger.flexible.SpecialCharge;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import basedecl.policy.Policy;
import basedecl.policy.rule.BackPayment;
import basedecl.table.HeaderSpec;
import basedecl.table.KnownHeader;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Approved amounts as lines come in. The same person, kind, period and type is one charge:
 * submitted again with the same amount it is passed over, with another it is refused.
 *
 * <pre>
 * 姓名       required  the person
 * 证件类型    optional  居民身份证 where left out
 * 证件号码    required
 * 险种       required  养老 or 医疗, where the region has a policy for it
 * 所属期起    required  a month, not after that of the business date; where the policy forbids back
 *                     payment, one in which an election held, and so each to 所属期止
 * 所属期止    required  likewise, not before 所属期起
 * 类型       optional  any word of up to 60 characters
 * 金额       required  yuan, above zero
 *
 * 姓名,证件号码,险种,所属期起,所属期止,类型,金额
 * 王晓青,370702198504123014,养老,2020-01,2020-12,补缴,8400.00  → 8400.00 yuan to pay
 * 王晓青,370702198504123014,养老,2020-01,2020-12,补缴,8500.00  → CHARGE_EXISTS: of 8400.00 yuan
 * 李望川,370703199006201025,医疗,2021-06,2021-01,补缴,449.52  → PERIOD_INVALID: it ends too early
 * </pre>
 */
final class ApprovedAmounts {

  enum Column {
    NAME,
    DOCUMENT_KIND,
    ID_NUMBER,
    KIND,
    FROM,
    TO,
    TYPE,
    AMOUNT
  }

  static final HeaderSpec<Column> HEADER =
      HeaderSpec.of(Column.class)
          .required(Column.NAME, KnownHeader.NAME)
          .optional(Column.DOCUMENT_KIND, KnownHeader.DOCUMENT_KIND)
          .required(Column.ID_NUMBER, KnownHeader.ID_NUMBER)
          .required(Column.KIND, "险种")
          .required(Column.FROM, "所属期起", "费款所属期起")
          .required(Column.TO, "所属期止", "费款所属期止")
          .optional(Column.TYPE, "类型", "缴费类型", "补缴类型")
          .required(Column.AMOUNT, "金额", "应缴金额", "核定金额")
          .amounts(EnumSet.of(Column.AMOUNT))
          .build();

  private static final int LONGEST_TYPE = 60;

  private final RunContext context;
  private final Map<InsuranceKind, Policy> policies;
  private final ElectionLedger elections;
  private final Map<Key, Money> known = new HashMap<>();
  private final List<SpecialCharge> added = new ArrayList<>();
  private long nextId;

  private record Key(
      IdNumber idNumber, InsuranceKind kind, YearMonth from, YearMonth to, String type) {}

  ApprovedAmounts(
      RunContext context,
      ElectionLedger elections,
      Collection<SpecialCharge> before,
      long firstId) {
    this.context = context;
    this.elections = elections;
    this.policies = RegionPolicies.byKind(context.rules());
    this.nextId = firstId;
    before.forEach(charge -> known.put(key(charge), charge.amount()));
  }

  void apply(SubmittedLine<Column> line) {
    Optional<String> name = line.name(Column.NAME);
    Optional<IdNumber> number =
        line.idNumber(Column.DOCUMENT_KIND, Column.ID_NUMBER, context.businessDate());
    Optional<InsuranceKind> kind = line.kind(Column.KIND, policies);
    Optional<YearMonth> from = month(line, Column.FROM);
    Optional<YearMonth> to = month(line, Column.TO);
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      line.faults(Column.TO).add(FindingCode.PERIOD_INVALID, Reason.MONTH_REVERSED);
    }
    String type = line.readableText(Column.TYPE);
    if (type.length() > LONGEST_TYPE) {
      line.faults(Column.TYPE).add(FindingCode.KIND_UNKNOWN, Reason.TYPE_TOO_LONG);
    }
    Optional<Money> amount = line.amount(Column.AMOUNT);
    if (amount.isPresent() && amount.get().signum() <= 0) {
      line.faults(Column.AMOUNT).add(FindingCode.AMOUNT_INVALID, Reason.AMOUNT_NOT_POSITIVE);
    }
    if (!line.isRefused()) {
      take(
          line,
          new SpecialCharge(
              nextId,
              context.rules().name(),
              kind.orElseThrow(),
              number.orElseThrow(),
              name.orElseThrow(),
              from.orElseThrow(),
              to.orElseThrow(),
              type,
              amount.orElseThrow()));
    }
  }

  /**
   * Takes what is not on record. What is was right on the day it was taken: its file is read with
   * every run, and months that could be charged then may be interrupted by now.
   */
  private void take(SubmittedLine<Column> line, SpecialCharge charge) {
    Money before = known.get(key(charge));
    if (before == null) {
      checkInterruption(line, charge);
    } else if (!before.equals(charge.amount())) {
      line.faults(Column.AMOUNT).add(FindingCode.CHARGE_EXISTS, before.toString());
    }
    if (before == null && !line.isRefused()) {
      known.put(key(charge), charge.amount());
      added.add(charge);
      nextId++;
    }
  }

  private void checkInterruption(SubmittedLine<Column> line, SpecialCharge charge) {
    Policy policy = Optional.ofNullable(policies.get(charge.kind())).orElseThrow();
    if (policy.backPayments().stream().allMatch(BackPayment::allowed)) {
      return;
    }
    List<ElectionRecord> held =
        elections.ofPerson(context.rules().name(), charge.idNumber()).stream()
            .filter(election -> election.kind() == charge.kind())
            .toList();
    Interruption interruption =
        Interruption.of(
            policy,
            charge.from(),
            charge.to(),
            context.businessDate(),
            month -> held.stream().anyMatch(election -> election.holdsIn(month)));
    if (!interruption.isNone()) {
      line.faults(Column.FROM)
          .add(
              FindingCode.PERIOD_INVALID,
              Reason.MONTH_INTERRUPTED,
              interruption.spans(),
              interruption.citations());
    }
  }

  /** Months up to that of the business date. */
  private Optional<YearMonth> month(SubmittedLine<Column> line, Column column) {
    Optional<YearMonth> month = line.month(column);
    if (month.isPresent() && month.get().isAfter(YearMonth.from(context.businessDate()))) {
      line.faults(column)
          .add(FindingCode.PERIOD_INVALID, Reason.MONTH_AHEAD, context.businessDate().toString());
    }
    return month;
  }

  private static Key key(SpecialCharge charge) {
    return new Key(charge.idNumber(), charge.kind(), charge.from(), charge.to(), charge.type());
  }

  List<SpecialCharge> added() {
    return added;
  }
}
