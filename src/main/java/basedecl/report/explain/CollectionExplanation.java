package basedecl.report.explain;

import basedecl.assessment.collection.Collected;
import basedecl.ledger.collection.CollectionLedger;
import basedecl.ledger.collection.CollectionLine;
import basedecl.message.Message;
import java.util.List;

/** What the batches for collection said of an employer: each line with its batch and its cause. */
record CollectionExplanation(CollectionLedger ledger, String employer) {

  /** Nothing where no batch speaks of the employer. */
  void write(Explanation explanation) {
    List<CollectionLine> lines = ledger.ofEmployer(employer);
    if (lines.isEmpty()) {
      return;
    }
    explanation.say("collection");
    for (CollectionLine each : lines) {
      Collected sent = each.line().difference();
      Explanation item = explanation.item("collection");
      item.put("batch", each.batch())
          .put("period", each.line().key().period().toString())
          .put("due", sent.principal())
          .put("late_fee", sent.lateFee())
          .put("cause", each.line().cause().name());
      item.say(
          "collected",
          each.batch(),
          each.line().key().period(),
          sent.principal(),
          sent.lateFee(),
          item.text(Message.of("collection.cause." + each.line().cause().name())));
    }
  }
}
