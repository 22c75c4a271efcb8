package basedecl.job.latefee;

/** What the payments of a run came to, for its summary. */
final class PaymentTally {

  private int files;
  private long lines;
  private long taken;
  private long onRecord;

  void add(PaymentFile file, long freshLines, long againLines) {
    files++;
    lines += file.lines();
    taken += freshLines;
    onRecord += againLines;
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

  /** Lines that could not be taken, duplicates among them. */
  long problems() {
    return lines - taken - onRecord;
  }
}
