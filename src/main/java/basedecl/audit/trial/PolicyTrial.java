package basedecl.audit.trial;

import basedecl.assessment.BaseAssessor;
import basedecl.assessment.ContributionAssessor;
import basedecl.assessment.ContributionBase;
import basedecl.assessment.DeclarationTotals;
import basedecl.audit.Auditor;
import basedecl.audit.TaxTally;
import basedecl.audit.TaxWages;
import basedecl.audit.YearRules;
import basedecl.audit.signal.EmployerFigures;
import basedecl.audit.signal.EmployerFigures.LastYear;
import basedecl.audit.signal.LowerLimitShare;
import basedecl.audit.signal.SignalFinding;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.rule.SignalKind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What other figures of a policy would do to the declarations of a year: every declared wage is
 * assessed under the rules that hold and again under those tried, employer by employer. Nothing but
 * the rules differs between the two sides, so every difference is theirs.
 */
public final class PolicyTrial {

  private final Side before;
  private final Side after;
  private final Optional<TaxWages> tax;

  /**
   * @param tax the tax file's wages, for the signals that need them
   */
  public PolicyTrial(YearRules before, YearRules after, Optional<TaxWages> tax) {
    this.before = new Side(before);
    this.after = new Side(after);
    this.tax = tax;
  }

  /** One set of rules with what applies it. */
  private static final class Side {
    private final YearRules rules;
    private final BaseAssessor bases;
    private final ContributionAssessor dues;
    private final Auditor auditor;

    Side(YearRules rules) {
      this.rules = rules;
      this.bases = rules.bases();
      this.dues = rules.contributions();
      this.auditor = rules.auditor();
    }
  }

  /**
   * What an employer comes to under one set of rules.
   *
   * @param signals those beside the 70 % rule
   */
  public record Assessed(DeclarationTotals totals, boolean flagged, Set<SignalKind> signals) {}

  /**
   * An employer under both.
   *
   * @param raised people whose base becomes higher
   * @param lowered people whose base becomes lower
   */
  public record Outcome(long raised, long lowered, Assessed before, Assessed after) {

    /** People whose base becomes another. */
    public long changed() {
      return raised + lowered;
    }

    /** Whether anything at all becomes another: a base, dues, the flag, a signal. */
    public boolean isChange() {
      return changed() > 0
          || !before.totals().dues().equals(after.totals().dues())
          || before.flagged() != after.flagged()
          || !before.signals().equals(after.signals());
    }
  }

  /** Begins an employer, whose people are then added one by one. */
  public Employer employer(String code) {
    return new Employer(code);
  }

  /** One employer while its people pass by. */
  public final class Employer {
    private final Count old;
    private final Count tried;
    private long raised;
    private long lowered;

    private Employer(String code) {
      this.old = new Count(before, code, tax);
      this.tried = new Count(after, code, tax);
    }

    public void add(IdNumber person, Money declaredWage) {
      int way = tried.add(person, declaredWage).compareTo(old.add(person, declaredWage));
      raised += way > 0 ? 1 : 0;
      lowered += way < 0 ? 1 : 0;
    }

    public Outcome outcome(Optional<LastYear> lastYear) {
      return new Outcome(raised, lowered, old.assessed(lastYear), tried.assessed(lastYear));
    }
  }

  private static final class Count {
    private final Side side;
    private final TaxTally tally;
    private DeclarationTotals totals = DeclarationTotals.NONE;

    Count(Side side, String code, Optional<TaxWages> tax) {
      this.side = side;
      this.tally = new TaxTally(code, tax, side.bases, side.dues);
    }

    Money add(IdNumber person, Money wage) {
      ContributionBase base = side.bases.assess(wage);
      totals = totals.plus(wage, base, side.dues.assess(base.amount()));
      tally.add(person, wage, base.amount());
      return base.amount();
    }

    Assessed assessed(Optional<LastYear> lastYear) {
      LowerLimitShare share = new LowerLimitShare(totals.atLower(), totals.persons());
      boolean flagged = side.rules.flags(share);
      EmployerFigures figures = tally.figures(share, flagged, totals.baseTotal(), lastYear);
      Set<SignalKind> signals = EnumSet.noneOf(SignalKind.class);
      for (SignalFinding finding : side.auditor.look(figures)) {
        SignalKind.named(finding.signal()).ifPresent(signals::add);
      }
      return new Assessed(totals, flagged, signals);
    }
  }
}
