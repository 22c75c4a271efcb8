package basedecl.ledger.submission;

import basedecl.declaration.procedure.Verdict;
import basedecl.message.Message;

/** What has become of a submission. */
public enum SubmissionState {
  /** Its file lies in the inbox, or a run is at it. */
  RECEIVED,
  /** Taken, for one of its employers at least. */
  ACCEPTED,
  /** Refused for all of its employers. */
  NOT_ACCEPTED,
  /** The same file was accepted before. */
  DUPLICATE;

  static SubmissionState of(Verdict verdict) {
    return switch (verdict) {
      case ACCEPTED, SUPERSEDED -> ACCEPTED;
      case REJECTED -> NOT_ACCEPTED;
      case DUPLICATE -> DUPLICATE;
    };
  }

  /** Whether nothing more will come of it. */
  public boolean isFinal() {
    return this != RECEIVED;
  }

  /** Its title in the reader's language. */
  public Message title() {
    return Message.of("desk.submission.state." + name());
  }
}
