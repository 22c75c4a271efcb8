package basedecl.assessment.latefee;

import basedecl.message.Message;
import basedecl.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What the agency decided on a month, in a sentence each. */
public final class DecisionWords {

  private DecisionWords() {}

  /**
   * In order: the deferral, what came in, what went out, what is to be recovered, what was taken
   * back.
   *
   * @param yuan how an amount is written
   */
  public static List<Message> of(SettledDue settled, Function<Money, String> yuan) {
    List<Message> words = new ArrayList<>();
    settled.deferred().ifPresent(deferred -> words.add(deferral(settled.due(), deferred)));
    settled.moved().in().forEach(each -> words.add(move("explain.offset-in", each, yuan)));
    settled
        .moved()
        .out()
        .forEach(
            each ->
                words.add(
                    move(each.isOffset() ? "explain.offset-out" : "explain.refund", each, yuan)));
    if (settled.moved().recoverable().signum() > 0) {
      words.add(Message.of("explain.recoverable", yuan.apply(settled.moved().recoverable())));
    }
    settled
        .moved()
        .revoked()
        .forEach(
            each ->
                words.add(
                    Message.of(
                        "explain.revoked",
                        each.decidedOn().toString(),
                        each.title(),
                        each.figure(),
                        each.revokedOn().map(Object::toString).orElse(""))));
    return List.copyOf(words);
  }

  private static Message deferral(EmployerDue due, SettledDue.Deferred deferred) {
    DeferralDecision last = deferred.deferral().last();
    return Message.of(
        "explain.deferral." + last.action().name(),
        due.deadline().toString(),
        deferred.deferral().until().toString(),
        last.decidedOn().toString(),
        last.reference());
  }

  private static Message move(
      String key, OverpaymentDecision decision, Function<Money, String> yuan) {
    return Message.of(
        key,
        decision.decidedOn().toString(),
        yuan.apply(decision.amount()),
        decision.period().toString(),
        decision.target().map(Object::toString).orElse("—"),
        decision.reference().isEmpty() ? "—" : decision.reference());
  }
}
