package basedecl.audit.signal;

import basedecl.message.Message;
import basedecl.policy.rule.Citation;

/**
 * A signal at one employer: its figures and its reason, never a verdict.
 *
 * @param signal its stable word, such as {@code base-drop}
 * @param value the employer's figure
 * @param threshold the figure it reached
 * @param explanation both in a sentence
 * @param basis the rule's citation or reason
 */
public record SignalFinding(
    String signal, Message value, Message threshold, Message explanation, Citation basis) {

  /** Its name, such as 缴费基数较上年大幅下降. */
  public Message title() {
    return titleOf(signal);
  }

  public static Message titleOf(String signal) {
    return Message.of("audit.signal." + signal);
  }
}
