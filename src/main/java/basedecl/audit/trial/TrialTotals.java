package basedecl.audit.trial;

import basedecl.assessment.DeclarationTotals;
import basedecl.audit.trial.PolicyTrial.Assessed;
import basedecl.audit.trial.PolicyTrial.Outcome;
import basedecl.policy.rule.SignalKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a trial comes to over all employers of a year. */
public final class TrialTotals {

  /** An employer by code and name. */
  public record Named(String code, String name) {}

  /** Employers before, after, and how many came and went between the two. */
  public record Change(long before, long after, long fresh, long gone) {

    static final Change NONE = new Change(0, 0, 0, 0);

    private Change plus(boolean was, boolean is) {
      return new Change(
          before + (was ? 1 : 0),
          after + (is ? 1 : 0),
          fresh + (is && !was ? 1 : 0),
          gone + (was && !is ? 1 : 0));
    }
  }

  private long employers;
  private long employersWithOtherBases;
  private long raised;
  private long lowered;
  private DeclarationTotals before = DeclarationTotals.NONE;
  private DeclarationTotals after = DeclarationTotals.NONE;
  private Change flags = Change.NONE;
  private final List<Named> newlyFlagged = new ArrayList<>();
  private final List<Named> noLongerFlagged = new ArrayList<>();
  private final Map<SignalKind, Change> signals = new EnumMap<>(SignalKind.class);

  public void add(Named employer, Outcome outcome) {
    Assessed was = outcome.before();
    Assessed is = outcome.after();
    employers++;
    employersWithOtherBases += outcome.changed() > 0 ? 1 : 0;
    raised += outcome.raised();
    lowered += outcome.lowered();
    before = before.plus(was.totals());
    after = after.plus(is.totals());
    flags = flags.plus(was.flagged(), is.flagged());
    if (is.flagged() && !was.flagged()) {
      newlyFlagged.add(employer);
    }
    if (was.flagged() && !is.flagged()) {
      noLongerFlagged.add(employer);
    }
    for (SignalKind kind : SignalKind.values()) {
      signals.put(
          kind, signal(kind).plus(was.signals().contains(kind), is.signals().contains(kind)));
    }
  }

  public long employers() {
    return employers;
  }

  /** Employers with a person whose base becomes another. */
  public long employersWithOtherBases() {
    return employersWithOtherBases;
  }

  /** People whose base becomes higher. */
  public long raised() {
    return raised;
  }

  /** People whose base becomes lower. */
  public long lowered() {
    return lowered;
  }

  /** Everybody under the rules that hold; a month's figures. */
  public DeclarationTotals before() {
    return before;
  }

  /** Everybody under the rules tried. */
  public DeclarationTotals after() {
    return after;
  }

  /** Employers flagged by the 70 % rule. */
  public Change flags() {
    return flags;
  }

  public List<Named> newlyFlagged() {
    return List.copyOf(newlyFlagged);
  }

  public List<Named> noLongerFlagged() {
    return List.copyOf(noLongerFlagged);
  }

  /** Employers with that signal. */
  public Change signal(SignalKind kind) {
    return signals.getOrDefault(kind, Change.NONE);
  }
}
