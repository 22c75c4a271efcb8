package basedecl.job.flexible;

import basedecl.assessment.flexible.ElectionCheck;
import basedecl.assessment.flexible.PaymentRhythm;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.job.flexible.ElectionLine.Action;
import basedecl.job.flexible.ElectionLine.Column;
import basedecl.job.run.RegionPolicies;
import basedecl.job.run.RunContext;
import basedecl.job.submitted.SubmittedLine;
import basedecl.ledger.flexible.ElectionRecord;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import basedecl.policy.NationalRules;
import basedecl.policy.Policy;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The elections of a region and year while lines are applied to them, one after another: at most
 * one stands for a person and kind.
 */
final class Elections {

  private final RunContext context;
  private final NationalRules national;
  private final Map<InsuranceKind, Policy> policies;
  private final Map<Key, ElectionRecord> standing = new HashMap<>();
  private final Map<Long, ElectionRecord> chosen = new LinkedHashMap<>();
  private final Map<Long, ElectionRecord> voided = new LinkedHashMap<>();
  private long nextId;

  private record Key(IdNumber idNumber, InsuranceKind kind) {}

  Elections(
      RunContext context, NationalRules national, Collection<ElectionRecord> before, long firstId) {
    this.context = context;
    this.national = national;
    this.policies = RegionPolicies.byKind(context.rules());
    this.nextId = firstId;
    before.stream()
        .filter(ElectionRecord::stands)
        .forEach(e -> standing.put(new Key(e.idNumber(), e.kind()), e));
  }

  /** Applies a line, or leaves its faults with it. */
  void apply(SubmittedLine<Column> line) {
    Optional<String> name = line.name(Column.NAME);
    Optional<IdNumber> number =
        line.idNumber(Column.DOCUMENT_KIND, Column.ID_NUMBER, context.businessDate());
    Optional<InsuranceKind> kind = line.kind(Column.KIND, policies);
    Optional<Action> action =
        line.word(Column.ACTION, ElectionLine.ACTIONS, ElectionLine.ACTION_WORDS);
    if (action.isEmpty()) {
      return;
    }
    if (action.get() == Action.VOID) {
      voidOne(line, number, kind);
    } else {
      choose(line, name, number, kind);
    }
  }

  private void choose(
      SubmittedLine<Column> line,
      Optional<String> name,
      Optional<IdNumber> number,
      Optional<InsuranceKind> kind) {
    Optional<Money> base = line.base(Column.BASE);
    Optional<PaymentRhythm> rhythm =
        kind.filter(each -> each.tierTitle().isPresent()).isPresent()
            ? line.word(Column.RHYTHM, ElectionLine.YEARLY, PaymentRhythm.YEARLY.title())
            : line.word(Column.RHYTHM, ElectionLine.RHYTHMS, ElectionLine.RHYTHM_WORDS);
    Optional<Boolean> batchDebit =
        line.word(Column.BATCH_DEBIT, ElectionLine.CONSENTS, ElectionLine.CONSENT_WORDS);
    Optional<YearMonth> from = line.month(Column.FROM);
    if (kind.isPresent() && from.isPresent()) {
      checkChoice(line, check(kind.get()), from.get(), base, number);
    }
    if (number.isPresent()
        && kind.isPresent()
        && standing.containsKey(new Key(number.get(), kind.get()))) {
      line.faults(Column.ACTION).add(FindingCode.ELECTION_EXISTS);
    }
    if (!line.isRefused()) {
      ElectionRecord election =
          new ElectionRecord(
              nextId++,
              kind.orElseThrow(),
              number.orElseThrow(),
              name.orElseThrow(),
              base.orElseThrow(),
              rhythm.orElseThrow(),
              from.orElseThrow(),
              batchDebit.orElseThrow(),
              Optional.empty());
      standing.put(new Key(election.idNumber(), election.kind()), election);
      chosen.put(election.id(), election);
    }
  }

  private static void checkChoice(
      SubmittedLine<Column> line,
      ElectionCheck check,
      YearMonth from,
      Optional<Money> base,
      Optional<IdNumber> number) {
    if (check.month(from, line.faults(Column.FROM))) {
      base.ifPresent(b -> check.base(b, from, line.faults(Column.BASE)));
      number.ifPresent(n -> check.age(n, from, line.faults(Column.ID_NUMBER)));
    }
  }

  /**
   * Void from 生效月份 on; where that cell is blank from the business date's month, so that no month
   * already served is taken back without being named.
   */
  private void voidOne(
      SubmittedLine<Column> line, Optional<IdNumber> number, Optional<InsuranceKind> kind) {
    YearMonth today = YearMonth.from(context.businessDate());
    YearMonth january = YearMonth.of(context.year(), 1);
    Optional<YearMonth> from =
        line.cell(Column.FROM).isBlank()
            ? Optional.of(today.isBefore(january) ? january : today)
            : line.month(Column.FROM);
    if (from.isPresent() && from.get().getYear() != context.year()) {
      line.faults(Column.FROM)
          .add(
              FindingCode.PERIOD_INVALID,
              Reason.MONTH_OTHER_YEAR,
              Integer.toString(context.year()));
    }
    if (number.isEmpty() || kind.isEmpty()) {
      return;
    }
    Key key = new Key(number.get(), kind.get());
    ElectionRecord election = standing.get(key);
    if (election == null) {
      line.faults(Column.ACTION).add(FindingCode.ELECTION_MISSING);
    } else if (!line.isRefused()) {
      voided.put(election.id(), election.voided(from.orElseThrow()));
      standing.remove(key);
    }
  }

  private ElectionCheck check(InsuranceKind kind) {
    Policy policy = Optional.ofNullable(policies.get(kind)).orElseThrow();
    return new ElectionCheck(policy, kind, national, context.year(), context.businessDate());
  }

  /** The new elections, as they were made. */
  List<ElectionRecord> chosen() {
    return new ArrayList<>(chosen.values());
  }

  /** Elections that stood and are void now, new ones among them. */
  List<ElectionRecord> voided() {
    return new ArrayList<>(voided.values());
  }
}
