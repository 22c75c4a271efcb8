package basedecl.job.review;

import basedecl.finding.FindingText;
import basedecl.job.run.JobDefinition;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.policy.Policy;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobKey;
import basedecl.settings.JobSettings;
import basedecl.spreadsheet.SpreadsheetFiles;
import basedecl.spreadsheet.gate.RefusedFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** {@code job: review}. */
public final class ReviewJob implements JobDefinition {

  static final JobKey MATERIALS = JobKey.optional("materials", JobKey.Kind.EXISTING_FOLDER);
  static final JobKey DECISIONS = JobKey.optional("decisions", JobKey.Kind.EXISTING_FILE);
  static final JobKey CONFIRMATIONS = JobKey.optional("confirmations", JobKey.Kind.EXISTING_FILE);

  /** Last day (inclusive) for the agency's decision; without one nobody is late with it. */
  static final JobKey REVIEW_BY = JobKey.optional("review-by", JobKey.Kind.DATE);

  /** Last day (inclusive) for the employer's confirmation; without one nobody is late with it. */
  static final JobKey CONFIRM_BY = JobKey.optional("confirm-by", JobKey.Kind.DATE);

  /** Size of one scan, bytes. */
  static final JobKey MAX_MATERIAL_BYTES =
      JobKey.withDefault("max-material-bytes", JobKey.Kind.COUNT, "52428800");

  /** Reads a table whole; its lines do not matter here. */
  private interface Reader {
    List<?> read(SpreadsheetFiles files, Path file) throws RefusedFileException, IOException;
  }

  @Override
  public String name() {
    return "review";
  }

  @Override
  public List<JobKey> keys() {
    return CommonKeys.and(
        CommonKeys.POPULATION,
        MATERIALS,
        DECISIONS,
        CONFIRMATIONS,
        REVIEW_BY,
        CONFIRM_BY,
        MAX_MATERIAL_BYTES);
  }

  @Override
  public void check(JobSettings settings, Policy policy, LocalDate businessDate) {
    SpreadsheetFiles files = new SpreadsheetFiles(settings.readLimits());
    check(files, settings.optionalPath(DECISIONS), DecisionLine::read);
    check(files, settings.optionalPath(CONFIRMATIONS), ConfirmationLine::read);
  }

  private static void check(SpreadsheetFiles files, Optional<Path> file, Reader reader) {
    if (file.isEmpty()) {
      return;
    }
    try {
      reader.read(files, file.get());
    } catch (RefusedFileException e) {
      throw new RefusedException(
          Message.of(
              "review.file-unreadable",
              file.get().toString(),
              FindingText.sentence(e.finding(), Language.ZH),
              e.finding().code().name()),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Class<?> configuration() {
    return ReviewJobConfiguration.class;
  }
}
