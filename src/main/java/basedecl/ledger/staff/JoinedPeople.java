package basedecl.ledger.staff;

import basedecl.assessment.BaseAssessor;
import basedecl.assessment.ContributionAssessor;
import basedecl.assessment.ContributionBase;
import basedecl.assessment.MonthlyBases;
import basedecl.assessment.YearLimits;
import basedecl.declaration.row.WageLine;
import basedecl.ledger.database.LedgerKeys;
import basedecl.ledger.intake.StagedPerson;
import basedecl.ledger.intake.StagingLedger;
import basedecl.ledger.year.Arrival;
import basedecl.ledger.year.BaseChangeLedger;
import basedecl.ledger.year.BaseChangeLedger.From;
import basedecl.ledger.year.MonthsLedger;
import basedecl.money.Money;
import basedecl.policy.Policy;
import basedecl.policy.rule.PublishedLimits;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Adds people to a version that did not declare them, each as a further line behind those declared.
 * In each month the base is the wage within the limits that the employer's others are charged by.
 */
final class JoinedPeople {

  private final JdbcTemplate template;
  private final Policy policy;
  private final int year;
  private final StagingLedger staging;
  private final BaseChangeLedger changes;
  private final MonthsLedger months;

  JoinedPeople(JdbcTemplate template, Policy policy, int year) {
    this.template = template;
    this.policy = policy;
    this.year = year;
    this.staging = new StagingLedger(template);
    this.changes = new BaseChangeLedger(template);
    this.months = new MonthsLedger(template);
  }

  /** Adds them in the caller's transaction, in their order. */
  void add(long runId, String employer, long declaration, List<WageLine> people) {
    if (people.isEmpty()) {
      return;
    }
    Arrival arrival =
        Optional.ofNullable(months.arrivalsOf(policy.name(), year, employer).get(declaration))
            .orElseThrow();
    MonthlyBases bases = arrival.bases(policy);
    YearLimits charged =
        bases.limits().after(policy, months.appliedAfter(policy.name(), year, arrival.runId()));
    BaseAssessor own =
        new BaseAssessor(
            bases.limits().in(arrival.assessedMonth()).orElseThrow().limits(), policy.rounding());
    ContributionAssessor dues = ContributionAssessor.of(policy.rateFor(arrival.assessedMonth()));
    int number = count(declaration);
    List<StagedPerson> staged = new ArrayList<>();
    List<From> kept = new ArrayList<>();
    for (WageLine person : people) {
      int line = LedgerKeys.joinedLine(number++);
      long key = LedgerKeys.lineKey(declaration, line);
      Money wage = person.declaredWage();
      ContributionBase base = own.assess(wage);
      staged.add(new StagedPerson(key, person, base, dues.assess(base.amount())));
      changed(bases, charged, wage, base)
          .forEach((month, other) -> kept.add(new From(line, month, other)));
    }
    staging.storePeople(staged);
    changes.add(declaration, runId, kept);
  }

  /** The bases to keep beside the stored one: what limit-change took up since the version came. */
  private NavigableMap<YearMonth, ContributionBase> changed(
      MonthlyBases bases, YearLimits charged, Money wage, ContributionBase stored) {
    NavigableMap<YearMonth, ContributionBase> kept = new TreeMap<>();
    NavigableMap<YearMonth, Money> amounts = new TreeMap<>();
    for (YearMonth month : YearLimits.monthsOf(year)) {
      Optional<PublishedLimits> limits = charged.in(month);
      if (limits.isPresent()) {
        ContributionBase base =
            new BaseAssessor(limits.get().limits(), policy.rounding()).assess(wage);
        if (!bases.in(month, wage, stored.amount(), amounts).equals(base.amount())) {
          kept.put(month, base);
          amounts.put(month, base.amount());
        }
      }
    }
    return kept;
  }

  private int count(long declaration) {
    Long last =
        template.queryForObject(
            "SELECT MAX(line_key) FROM declared_person WHERE line_key BETWEEN ? AND ?",
            Long.class,
            LedgerKeys.lineKey(declaration, LedgerKeys.joinedLine(0)),
            LedgerKeys.lastLineOf(declaration));
    return last == null ? 0 : LedgerKeys.lineOf(last) - LedgerKeys.MAX_DECLARED;
  }
}
