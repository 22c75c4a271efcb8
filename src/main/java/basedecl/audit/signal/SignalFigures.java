package basedecl.audit.signal;

import basedecl.message.Message;
import basedecl.money.Percent;
import basedecl.policy.rule.SignalRule;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How figures of signals are compared and said. */
final class SignalFigures {

  private static final int SHOWN = 4;

  private SignalFigures() {}

  /** {@code part ≥ share × whole}, without division; never for an empty whole. */
  static boolean reaches(BigDecimal part, BigDecimal whole, BigDecimal share) {
    return whole.signum() > 0 && part.compareTo(share.multiply(whole)) >= 0;
  }

  static boolean reaches(long part, long whole, BigDecimal share) {
    return reaches(BigDecimal.valueOf(part), BigDecimal.valueOf(whole), share);
  }

  /** {@code 41.96%}, HALF_UP: for the eye, nothing is compared with it. */
  public static String percent(BigDecimal part, BigDecimal whole) {
    return Percent.rounded(part.divide(whole, SHOWN, RoundingMode.HALF_UP));
  }

  public static String percent(long part, long whole) {
    return percent(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
  }

  static SignalFinding share(SignalRule rule, String value, String... words) {
    return new SignalFinding(
        rule.kind().word(),
        Message.of("audit.figure", value),
        Message.of("audit.figure", Percent.rounded(rule.threshold())),
        Message.of("audit.explain." + rule.kind().word(), words),
        rule.citation());
  }

  static SignalFinding people(SignalRule rule, long value, String... words) {
    return new SignalFinding(
        rule.kind().word(),
        Message.of("audit.people", Long.toString(value)),
        Message.of("audit.people", rule.threshold().toPlainString()),
        Message.of("audit.explain." + rule.kind().word(), words),
        rule.citation());
  }
}
