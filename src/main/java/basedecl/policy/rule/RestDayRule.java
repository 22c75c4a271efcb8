package basedecl.policy.rule;

import java.util.Locale;

/** What becomes of a last day that falls on a rest day, and where that is laid down. */
public record RestDayRule(Treatment treatment, Citation citation) {

  /** The two ways. */
  public enum Treatment {
    /** The day holds as the document states it. */
    AS_STATED,
    /** The next working day takes its place. */
    NEXT_WORKING_DAY;

    /** How a policy file writes it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
