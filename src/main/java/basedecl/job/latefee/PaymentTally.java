package basedecl.job.latefee;

import basedecl.ledger.latefee.PaymentLedger;

/** What the payments of a run came to, for its summary. */
final class PaymentTally {

  private int files;
  private long lines;
  private long taken;
  private long onRecord;
  private long ahead;

  void read(PaymentFile file) {
    files++;
    lines += file.lines();
    ahead += file.ahead();
  }

  void took(PaymentLedger.Taken payments) {
    taken += payments.fresh();
    onRecord += payments.again();
  }

  int files() {
    return files;
  }

  long lines() {
    return lines;
  }

  long taken() {
    return taken;
  }

  long onRecord() {
    return onRecord;
  }

  /** Lines whose day has not come. */
  long ahead() {
    return ahead;
  }

  /** Lines that could not be taken, duplicates among them. */
  long problems() {
    return lines - taken - onRecord - ahead;
  }
}
