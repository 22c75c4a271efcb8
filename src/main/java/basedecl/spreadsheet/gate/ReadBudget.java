package basedecl.spreadsheet.gate;

/**
 * What one file has used of its {@link ReadLimits}. Time counts only while a reader works, not
 * while its caller does something with a row.
 */
public final class ReadBudget {

  /** A part that swells more than this is an attack; honest sheets stay under about 60. */
  private static final long HONEST_RATIO = 100;

  /** How often over a file may be looked at again: merged cells, a sheet from its first row. */
  private static final long AGAIN = 4;

  private final ReadLimits limits;
  private final long storedBytes;
  private long inflated;
  private long inflatedAgain;
  private long spentNanos;
  private long resumedAt = System.nanoTime();

  public ReadBudget(ReadLimits limits, long storedBytes) {
    this.limits = limits;
    this.storedBytes = storedBytes;
  }

  public ReadLimits limits() {
    return limits;
  }

  public void resume() {
    resumedAt = System.nanoTime();
  }

  public void pause() {
    spentNanos += System.nanoTime() - resumedAt;
  }

  public void checkTime() throws RefusedFileException {
    if (spentNanos + (System.nanoTime() - resumedAt) > limits.seconds() * 1_000_000_000L) {
      throw FileReason.SECONDS.refusal(Integer.toString(limits.seconds()));
    }
  }

  /** Counts bytes as they are unpacked, whatever the container declared. */
  public void inflated(long bytes) throws RefusedFileException {
    inflated += bytes;
    checkInflated(inflated);
  }

  /**
   * Counts bytes unpacked once more. They say nothing about the file, so they are never taken for a
   * bomb, but they are not free either.
   */
  public void inflatedAgain(long bytes) throws RefusedFileException {
    inflatedAgain += bytes;
    if (inflatedAgain > AGAIN * limits.inflatedBytes()) {
      throw FileReason.INFLATED_BYTES.refusal(mebibytes(limits.inflatedBytes()));
    }
  }

  public void checkInflated(long total) throws RefusedFileException {
    if (total > limits.inflatedBytes()) {
      throw total / HONEST_RATIO > storedBytes
          ? FileReason.BOMB.refusal(mebibytes(limits.inflatedBytes()))
          : FileReason.INFLATED_BYTES.refusal(mebibytes(limits.inflatedBytes()));
    }
  }

  /** At most a quarter of the heap for the texts of one file: several are read at a time. */
  public void checkTextMemory(long bytes) throws RefusedFileException {
    if (bytes > Runtime.getRuntime().maxMemory() / 4) {
      throw FileReason.MEMORY.refusal(mebibytes(Runtime.getRuntime().maxMemory() / 4));
    }
  }

  public void checkColumn(int column) throws RefusedFileException {
    if (column >= limits.columns()) {
      throw FileReason.COLUMNS.refusal(Integer.toString(limits.columns()));
    }
  }

  public void checkCharacters(int length) throws RefusedFileException {
    if (length > limits.cellCharacters()) {
      throw FileReason.CELL_CHARACTERS.refusal(Integer.toString(limits.cellCharacters()));
    }
  }

  public static String mebibytes(long bytes) {
    return bytes >= 1 << 20 ? (bytes >> 20) + " MiB" : bytes + " B";
  }
}
