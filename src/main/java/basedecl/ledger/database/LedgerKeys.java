package basedecl.ledger.database;

/**
 * How the ledger's numbers are made: a declaration's number holds its file's, a line's number holds
 * its declaration's. So the same night gives the same numbers however its work was divided, and one
 * range of numbers is one file or one declaration.
 */
public final class LedgerKeys {

  private static final int EMPLOYER_BITS = 16;
  private static final int LINE_BITS = 21;

  /** Employers in one file. */
  public static final int MAX_EMPLOYERS = (1 << EMPLOYER_BITS) - 1;

  /** People who joined an employer after it declared. */
  private static final int MAX_JOINED = 1 << 16;

  /** Persons in one declaration, and those who joined after it. */
  private static final int MAX_LINES = (1 << LINE_BITS) - 1;

  /** Persons in one declaration: nearly twice a sheet's rows. */
  public static final int MAX_DECLARED = MAX_LINES - MAX_JOINED;

  private LedgerKeys() {}

  public static long declarationId(long fileId, int employerIndex) {
    if (employerIndex < 0 || employerIndex > MAX_EMPLOYERS) {
      throw new IllegalArgumentException("Employer " + employerIndex + " of a file");
    }
    return (fileId << EMPLOYER_BITS) + employerIndex;
  }

  /** The key of line {@code line}, counted from 1. */
  public static long lineKey(long declarationId, int line) {
    if (line < 1 || line > MAX_LINES) {
      throw new IllegalArgumentException("Line " + line + " of a declaration");
    }
    return (declarationId << LINE_BITS) + line;
  }

  public static long firstLineOf(long declarationId) {
    return declarationId << LINE_BITS;
  }

  public static long lastLineOf(long declarationId) {
    return firstLineOf(declarationId) + MAX_LINES;
  }

  /** The key of the last line that can have been declared. */
  public static long lastDeclaredLineOf(long declarationId) {
    return firstLineOf(declarationId) + MAX_DECLARED;
  }

  public static long fileOf(long declarationId) {
    return declarationId >> EMPLOYER_BITS;
  }

  public static long declarationOf(long lineKey) {
    return lineKey >> LINE_BITS;
  }

  /**
   * The line of the {@code number}th person, from 0, who joined after the declaration: its papers
   * and its declared totals leave these lines out.
   */
  public static int joinedLine(int number) {
    if (number < 0 || number >= MAX_JOINED) {
      throw new IllegalArgumentException("Person " + number + " who joined");
    }
    return MAX_DECLARED + 1 + number;
  }

  /** Whether the person of a line joined after the declaration. */
  public static boolean isJoined(int line) {
    return line > MAX_DECLARED;
  }

  /** Which employer of its file a line belongs to, from 0. */
  public static int employerIndexOf(long lineKey) {
    return (int) (lineKey >> LINE_BITS) & MAX_EMPLOYERS;
  }

  public static int lineOf(long lineKey) {
    return (int) (lineKey & MAX_LINES);
  }
}
