package basedecl.desk.upload;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** So many at a time in all, and so many of one address; the others wait a little. */
final class Turns {

  /** What came of asking. */
  enum Answer {
    GRANTED,
    /** Too many of this address. */
    TOO_MANY,
    /** Too many in all. */
    BUSY
  }

  private final int most;
  private final int mostOfOne;
  private final Duration patience;
  private final Map<String, Integer> bySource = new HashMap<>();
  private int taken;

  Turns(int most, int mostOfOne, Duration patience) {
    this.most = most;
    this.mostOfOne = mostOfOne;
    this.patience = patience;
  }

  /** Takes a turn, to be given back. */
  synchronized Answer take(String address) {
    long until = System.nanoTime() + patience.toNanos();
    while (taken >= most || of(address) >= mostOfOne) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return of(address) >= mostOfOne ? Answer.TOO_MANY : Answer.BUSY;
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Answer.BUSY;
      }
    }
    taken++;
    bySource.merge(address, 1, Integer::sum);
    return Answer.GRANTED;
  }

  synchronized void giveBack(String address) {
    taken--;
    int left = of(address) - 1;
    if (left > 0) {
      bySource.put(address, left);
    } else {
      bySource.remove(address);
    }
    notifyAll();
  }

  private int of(String address) {
    return bySource.getOrDefault(address, 0);
  }
}
