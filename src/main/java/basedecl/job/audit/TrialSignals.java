package basedecl.job.audit;

import basedecl.audit.YearRules;
import basedecl.audit.signal.EmployerFigures.LastYear;
import basedecl.policy.rule.SignalKind;
import basedecl.policy.rule.SignalRule;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which signals could be looked for on each side of a trial: those switched on for which the
 * figures they are held against are at hand.
 */
public record TrialSignals(Map<SignalKind, Sight> before, Map<SignalKind, Sight> after) {

  /** Whether a signal was looked for, and why not. */
  public enum Sight {
    SEEN,
    OFF,
    NO_TAX_FILE,
    NO_LAST_YEAR,
    NO_LAST_HEADCOUNT,
    NO_MINIMUM_WAGE
  }

  static TrialSignals of(Trial trial, SubmittedFigures handed) {
    return new TrialSignals(sights(trial.before(), handed), sights(trial.after(), handed));
  }

  /** Those looked for under the policy's own figures. */
  public Set<SignalKind> seenBefore() {
    return seen(before);
  }

  /** Those looked for under the figures tried. */
  public Set<SignalKind> seenAfter() {
    return seen(after);
  }

  private static Set<SignalKind> seen(Map<SignalKind, Sight> sights) {
    Set<SignalKind> seen = EnumSet.noneOf(SignalKind.class);
    sights.forEach(
        (kind, sight) -> {
          if (sight == Sight.SEEN) {
            seen.add(kind);
          }
        });
    return seen;
  }

  private static Map<SignalKind, Sight> sights(YearRules rules, SubmittedFigures handed) {
    Map<SignalKind, Sight> sights = new EnumMap<>(SignalKind.class);
    for (SignalKind kind : SignalKind.values()) {
      boolean on = rules.signals().stream().map(SignalRule::kind).anyMatch(kind::equals);
      sights.put(kind, on ? sight(kind, rules, handed) : Sight.OFF);
    }
    return sights;
  }

  private static Sight sight(SignalKind kind, YearRules rules, SubmittedFigures handed) {
    return switch (kind) {
      case BELOW_TAX, FEWER_THAN_TAX -> handed.tax().isPresent() ? Sight.SEEN : Sight.NO_TAX_FILE;
      case BASE_DROP -> handed.lastYear().isEmpty() ? Sight.NO_LAST_YEAR : Sight.SEEN;
      case FEWER_PEOPLE ->
          handed.lastYear().values().stream().map(LastYear::persons).anyMatch(n -> n.isPresent())
              ? Sight.SEEN
              : Sight.NO_LAST_HEADCOUNT;
      case BELOW_MINIMUM_WAGE ->
          rules.minimumWage().isPresent() ? Sight.SEEN : Sight.NO_MINIMUM_WAGE;
      case ONE_WAGE, ROUND_WAGES, JUST_ABOVE_LOWER, UNLIKELY_WAGES -> Sight.SEEN;
    };
  }
}
