package basedecl.job.auditoutcome;

import basedecl.assessment.ContributionAssessor;
import basedecl.assessment.ContributionBase;
import basedecl.assessment.DeclarationTotals;
import basedecl.assessment.Dues;
import basedecl.assessment.MonthlyBases;
import basedecl.assessment.YearBases;
import basedecl.assessment.YearWage;
import basedecl.declaration.row.MonthsInService;
import basedecl.declaration.row.WageLine;
import basedecl.ledger.audit.OutcomeLine;
import basedecl.ledger.database.LedgerKeys;
import basedecl.ledger.intake.StagedPerson;
import basedecl.ledger.year.BaseChangeLedger.From;
import basedecl.ledger.year.PersonRecord;
import basedecl.money.Money;
import basedecl.policy.Policy;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Predicate;

/**
 * The version that an assessment makes, person by person: everybody of the version before, in the
 * same order; the assessed with the wages found in their months, everybody by the limits known on
 * the business date, as a correction would be.
 */
final class AgencyVersion {

  /**
   * A person of the version before.
   *
   * @param changes every base recorded beside the stored one, each from its month on
   * @param served the months in which the person counts: in others nothing is assessed
   */
  record Before(
      PersonRecord person,
      YearWage wage,
      NavigableMap<YearMonth, Money> changes,
      MonthsInService served) {}

  private final long declaration;
  private final Policy policy;
  private final MonthlyBases before;
  private final YearBases now;
  private final Predicate<YearMonth> owed;
  private final List<StagedPerson> people = new ArrayList<>();
  private final List<From> kept = new ArrayList<>();
  private final Map<Integer, YearWage> wages = new LinkedHashMap<>();
  private final List<OutcomeLine> assessed = new ArrayList<>();
  private DeclarationTotals totals = DeclarationTotals.NONE;

  /**
   * @param declaration its number
   * @param before the bases of the version before
   * @param now the bases of this one
   * @param owed the months that the employer owes: in others nothing is assessed
   */
  AgencyVersion(
      long declaration,
      Policy policy,
      MonthlyBases before,
      YearBases now,
      Predicate<YearMonth> owed) {
    this.declaration = declaration;
    this.policy = policy;
    this.before = before;
    this.now = now;
    this.owed = owed;
  }

  /** Adds a person with the lines that assess it; most have none. */
  void add(Before person, List<AssessmentLine> lines) {
    YearWage found = person.wage();
    for (AssessmentLine line : lines) {
      found = found.with(line.wage(), line.from(), line.to());
    }
    YearWage wage = found.asOf(now.assessed());
    PersonRecord record = person.person();
    ContributionBase base = now.stored(wage);
    Dues dues = dues(now.assessed(), base.amount());
    people.add(
        new StagedPerson(
            LedgerKeys.lineKey(declaration, record.line()),
            new WageLine(
                record.name(),
                record.documentKind(),
                record.idNumber(),
                wage.usual(),
                MonthsInService.ALWAYS,
                record.remarks(),
                record.sheet(),
                record.row()),
            base,
            dues));
    if (!LedgerKeys.isJoined(record.line())) {
      totals = totals.plus(wage.usual(), base, dues);
    }
    now.kept(wage).forEach((month, its) -> kept.add(new From(record.line(), month, its)));
    if (wage.isDivided()) {
      wages.put(record.line(), wage);
    }
    lines.forEach(line -> assessed.add(outcome(person, wage, line)));
  }

  private OutcomeLine outcome(Before person, YearWage wage, AssessmentLine line) {
    List<OutcomeLine.Month> months = new ArrayList<>();
    for (YearMonth month = line.from(); !month.isAfter(line.to()); month = month.plusMonths(1)) {
      if (!person.served().contains(month) || !owed.test(month)) {
        continue;
      }
      Money wageBefore = person.wage().in(month);
      Money baseBefore = before.in(month, wageBefore, person.person().base(), person.changes());
      Money baseAfter = now.in(month, wage).amount();
      months.add(
          new OutcomeLine.Month(
              month,
              wageBefore,
              baseBefore,
              baseAfter,
              dues(month, baseBefore),
              dues(month, baseAfter)));
    }
    return new OutcomeLine(
        person.person().line(),
        person.person().name(),
        line.person(),
        line.wage(),
        line.from(),
        line.to(),
        line.basis(),
        months);
  }

  private Dues dues(YearMonth month, Money base) {
    return ContributionAssessor.of(policy.rateFor(month)).assess(base);
  }

  List<StagedPerson> people() {
    return List.copyOf(people);
  }

  /** The bases to keep beside the stored ones. */
  List<From> kept() {
    return List.copyOf(kept);
  }

  /** The people whose wage is not one for the year, by line. */
  Map<Integer, YearWage> wages() {
    return Map.copyOf(wages);
  }

  DeclarationTotals totals() {
    return totals;
  }

  List<OutcomeLine> assessed() {
    return List.copyOf(assessed);
  }
}
