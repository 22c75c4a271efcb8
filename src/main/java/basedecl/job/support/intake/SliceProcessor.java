package basedecl.job.support.intake;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Sends each slice through the rules of its file. The slices of a file come in order, one thread.
 */
public class SliceProcessor implements ItemProcessor<RawSlice, AssessedSlice> {

  private final IntakeRules rules;
  private @Nullable FileAssessment current;

  public SliceProcessor(IntakeRules rules) {
    this.rules = rules;
  }

  @Override
  public AssessedSlice process(RawSlice slice) {
    FileAssessment assessment = current;
    if (assessment == null) {
      assessment = new FileAssessment(rules, slice.file());
    }
    AssessedSlice assessed = assessment.assess(slice);
    current = slice.end() == RawSlice.End.MORE ? assessment : null;
    return assessed;
  }
}
