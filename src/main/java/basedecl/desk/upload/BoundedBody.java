package basedecl.desk.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;

/**
 * A body that may be so long, take so long and be so slow, and no more. A single read ends by the
 * server's own timeout, so that the clock is looked at.
 */
final class BoundedBody extends FilterInputStream {

  private final long mostBytes;
  private final UploadLimits limits;
  private final long begun = System.nanoTime();
  private long bytes;

  BoundedBody(InputStream body, long mostBytes, UploadLimits limits) {
    super(body);
    this.mostBytes = mostBytes;
    this.limits = limits;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read;
    try {
      read = super.read(into, offset, length);
    } catch (InterruptedIOException e) {
      throw slow(e);
    }
    bytes += Math.max(read, 0);
    if (bytes > mostBytes) {
      throw new RefusedBodyException(413);
    }
    Duration spent = Duration.ofNanos(System.nanoTime() - begun);
    if (read >= 0 && (spent.compareTo(limits.longest()) > 0 || isTooSlow(spent))) {
      throw new RefusedBodyException(408);
    }
    return read;
  }

  private boolean isTooSlow(Duration spent) {
    return spent.compareTo(limits.grace()) > 0
        && bytes < limits.leastBytesPerSecond() * spent.toMillis() / 1000;
  }

  private static RefusedBodyException slow(IOException cause) {
    RefusedBodyException refused = new RefusedBodyException(408);
    refused.initCause(cause);
    return refused;
  }
}
