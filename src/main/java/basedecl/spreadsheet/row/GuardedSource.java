package basedecl.spreadsheet.row;

import basedecl.spreadsheet.gate.DiskException;
import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.ReadBudget;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.gate.RefusedInStreamException;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Whatever a reader or a library throws becomes a verdict; only a failing disk stays a failure. */
public final class GuardedSource implements RowSource {

  private final ParserSource source;
  private final ReadBudget budget;

  public GuardedSource(ParserSource source, ReadBudget budget) {
    this.source = source;
    this.budget = budget;
  }

  @Override
  public @Nullable SheetRow next() throws RefusedFileException, IOException {
    budget.resume();
    try {
      return source.next();
    } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
      throw verdict(e);
    } finally {
      budget.pause();
    }
  }

  @Override
  public SheetTraits traits() {
    return source.traits();
  }

  @Override
  public RowSource sheetAgain() throws RefusedFileException, IOException {
    return new GuardedSource(guarded(budget, source::sheetAgain), budget);
  }

  @Override
  public MergedCells mergedCells() throws RefusedFileException, IOException {
    return guarded(budget, source::mergedCells);
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  /** Runs a step of opening a file under the same guard. */
  public static <T> T guarded(ReadBudget budget, Callable<T> step)
      throws RefusedFileException, IOException {
    budget.resume();
    try {
      return step.call();
    } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
      throw verdict(e);
    } finally {
      budget.pause();
    }
  }

  /** Returns the verdict, or throws what is none. */
  private static RefusedFileException verdict(Throwable thrown) throws IOException {
    if (thrown instanceof OutOfMemoryError) {
      return FileReason.MEMORY.refusal();
    }
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < 10; depth++) {
      if (cause instanceof RefusedFileException refused) {
        return refused;
      }
      if (cause instanceof RefusedInStreamException refused) {
        return refused.verdict();
      }
      if (cause instanceof DiskException disk) {
        throw disk;
      }
      cause = cause.getCause();
    }
    return FileReason.CONTENT.refusal();
  }
}
