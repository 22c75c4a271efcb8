package basedecl.report.declaration;

import basedecl.assessment.Dues;
import basedecl.ledger.audit.AuditOutcome;
import basedecl.ledger.audit.AuditOutcomeLedger;
import basedecl.ledger.audit.OutcomeLine;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.VersionRecord;
import basedecl.ledger.year.YearLedger;
import basedecl.money.Money;
import basedecl.policy.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One employer's assessment after an audit, and the version that it made. */
public record Assessment(AuditOutcome outcome, DeclarationRecord version, List<OutcomeLine> lines) {

  public Assessment {
    lines = List.copyOf(lines);
  }

  /** Every assessment of a year in the order in which they were recorded. */
  public static List<Assessment> ofYear(
      AuditOutcomeLedger outcomes, YearLedger years, String policy, int year) {
    List<Assessment> assessments = new ArrayList<>();
    for (AuditOutcome outcome : outcomes.assessments()) {
      DeclarationRecord version =
          years.versions(policy, year, Population.EMPLOYEES, outcome.employerCode()).stream()
              .map(VersionRecord::declaration)
              .filter(each -> each.id() == outcome.declaration().orElseThrow())
              .findFirst()
              .orElseThrow();
      assessments.add(new Assessment(outcome, version, outcomes.lines(outcome)));
    }
    return assessments;
  }

  /** How many people's wages were assessed. */
  public long people() {
    return lines.stream().map(OutcomeLine::idNumber).distinct().count();
  }

  /** How many months of people were assessed. */
  public long months() {
    return lines.stream().mapToLong(line -> line.months().size()).sum();
  }

  /** Dues of these months since, less those before; a part without a rate is empty. */
  public Dues difference() {
    return difference(lines.stream().flatMap(line -> line.months().stream()).toList());
  }

  /** The same of several assessments; one that follows another counts what it changed itself. */
  public static Dues difference(Iterable<Assessment> assessments) {
    List<OutcomeLine.Month> months = new ArrayList<>();
    assessments.forEach(
        each -> each.lines.stream().flatMap(line -> line.months().stream()).forEach(months::add));
    return difference(months);
  }

  /**
   * Months of a line that follow on each other and do not differ.
   *
   * @param months one at least
   */
  public record Span(List<OutcomeLine.Month> months) {

    public Span {
      months = List.copyOf(months);
    }

    /** Those of a line in order. */
    public static List<Span> of(OutcomeLine line) {
      List<Span> spans = new ArrayList<>();
      List<OutcomeLine.Month> together = new ArrayList<>();
      for (OutcomeLine.Month month : line.months()) {
        if (!together.isEmpty() && !isAlike(together.get(0), month)) {
          spans.add(new Span(together));
          together.clear();
        }
        together.add(month);
      }
      if (!together.isEmpty()) {
        spans.add(new Span(together));
      }
      return spans;
    }

    public OutcomeLine.Month first() {
      return months.get(0);
    }

    public OutcomeLine.Month last() {
      return months.get(months.size() - 1);
    }

    public Dues difference() {
      return Assessment.difference(months);
    }

    private static boolean isAlike(OutcomeLine.Month one, OutcomeLine.Month other) {
      return one.wageBefore().equals(other.wageBefore())
          && one.baseBefore().equals(other.baseBefore())
          && one.baseAfter().equals(other.baseAfter())
          && one.duesBefore().equals(other.duesBefore())
          && one.duesAfter().equals(other.duesAfter());
    }
  }

  private static Dues difference(List<OutcomeLine.Month> months) {
    return months.stream()
        .map(
            month ->
                new Dues(
                    less(month.duesAfter().employer(), month.duesBefore().employer()),
                    less(month.duesAfter().personal(), month.duesBefore().personal())))
        .reduce(Dues::plus)
        .orElse(new Dues(Optional.of(Money.ZERO), Optional.of(Money.ZERO)));
  }

  private static Optional<Money> less(Optional<Money> after, Optional<Money> before) {
    return after.flatMap(a -> before.map(a::minus));
  }
}
