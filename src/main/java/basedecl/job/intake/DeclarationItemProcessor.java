package basedecl.job.intake;

import basedecl.spreadsheet.gate.FileReason;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Sends each slice through the rules of its file. The slices of a file come in order, one thread.
 * What no rule foresaw, and a file that takes all the memory, is a verdict on that file: its rows
 * stop being assessed, and it is refused at its end.
 */
public class DeclarationItemProcessor implements ItemProcessor<List<FileRows>, List<AssessedRows>> {

  private static final Logger LOG = LoggerFactory.getLogger(DeclarationItemProcessor.class);

  private final IntakeRules rules;
  private @Nullable FileStaging current;

  public DeclarationItemProcessor(IntakeRules rules) {
    this.rules = rules;
  }

  @Override
  public List<AssessedRows> process(List<FileRows> slices) {
    return slices.stream().map(this::assessed).toList();
  }

  private AssessedRows assessed(FileRows slice) {
    FileStaging staging = current;
    if (staging == null) {
      staging = new FileStaging(rules, slice.file());
    }
    current = slice.end() == FileRows.End.MORE ? staging : null;
    try {
      return staging.stage(slice);
    } catch (OutOfMemoryError e) {
      staging.stop(FileReason.MEMORY.refusal().finding());
    } catch (RuntimeException | StackOverflowError e) {
      // No word of the failure: it may quote a cell.
      LOG.warn("File {} could not be assessed: {}", slice.file().fileId(), e.getClass().getName());
      staging.stop(FileReason.CONTENT.refusal().finding());
    }
    return staging.stage(
        new FileRows(slice.file(), slice.sha256(), List.of(), slice.end(), slice.findings()));
  }
}
