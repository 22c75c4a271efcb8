package basedecl.job.remote;

import basedecl.ledger.intake.IntakeFile;
import java.util.List;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Files of a run that are read by one worker: those with the numbers of a range, but for large
 * ones, which are pieces of their own. A range, never a list: it is the same however many it spans.
 *
 * @param first number of a file within its run, and {@code last}, both inclusive
 * @param largest bytes of a file that belongs to the range; a piece of one file holds it whatever
 *     its size
 * @param level how often its files were handed out before and failed
 * @param again whether something of its files may have been stored in an attempt that failed
 */
public record Piece(int first, int last, long largest, int level, boolean again) {

  private static final String FIRST = "first";
  private static final String LAST = "last";
  private static final String LARGEST = "largest";
  private static final String LEVEL = "level";
  private static final String AGAIN = "again";

  ExecutionContext context() {
    ExecutionContext context = new ExecutionContext();
    context.putInt(FIRST, first);
    context.putInt(LAST, last);
    context.putLong(LARGEST, largest);
    context.putInt(LEVEL, level);
    context.putString(AGAIN, Boolean.toString(again));
    return context;
  }

  public static Piece of(ExecutionContext context) {
    return new Piece(
        context.getInt(FIRST),
        context.getInt(LAST),
        context.getLong(LARGEST),
        context.getInt(LEVEL),
        Boolean.parseBoolean(context.getString(AGAIN)));
  }

  boolean isOneFile() {
    return first == last;
  }

  boolean holds(IntakeFile file) {
    return first <= file.sequence()
        && file.sequence() <= last
        && (isOneFile() || file.size() <= largest);
  }

  /** Those of these files that belong to it. */
  public List<IntakeFile> of(List<IntakeFile> files) {
    return files.stream().filter(this::holds).toList();
  }
}
