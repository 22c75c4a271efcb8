package basedecl.job.launch;

import basedecl.ledger.run.HolderNote;
import basedecl.ledger.run.Lease;
import basedecl.message.Message;

/** What is said where the ledger is in another process's hands. */
public final class LedgerHolder {

  private LedgerHolder() {}

  /**
   * Who has the file of an H2 ledger open that cannot be opened: the desk, a run, or somebody who
   * left no note.
   */
  public static Message busy(String url) {
    return HolderNote.ofDesk(url)
        .flatMap(HolderNote::read)
        .map(LedgerHolder::desk)
        .or(() -> HolderNote.ofRun(url).flatMap(HolderNote::read).map(LedgerHolder::held))
        .orElseGet(() -> Message.of("job.database-busy"));
  }

  static Message held(Lease.Holder holder) {
    return Message.of("job.held", holder.owner(), since(holder));
  }

  private static Message desk(Lease.Holder holder) {
    return Message.of("job.held-by-desk", holder.owner(), since(holder));
  }

  private static String since(Lease.Holder holder) {
    return holder.since().toString().replace('T', ' ');
  }
}
