package basedecl.ledger.submission;

import basedecl.declaration.procedure.Verdict;
import basedecl.finding.FindingCode;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a run made of a submission's file.
 *
 * @param run that took it; empty while it lies in the inbox
 * @param file its number in the ledger, as the findings have it; empty with the run
 * @param parts one for each employer; none before the run is done, nor of a file refused as a whole
 */
public record Outcome(
    SubmissionState state, OptionalLong run, OptionalLong file, List<Part> parts) {

  static final Outcome WAITING =
      new Outcome(SubmissionState.RECEIVED, OptionalLong.empty(), OptionalLong.empty(), List.of());

  /**
   * @param version 0 where it was given none
   * @param codes of what was found of the employer, each once
   */
  public record Part(String employerCode, Verdict verdict, int version, List<FindingCode> codes) {

    public Part {
      codes = List.copyOf(codes);
    }
  }

  public Outcome {
    parts = List.copyOf(parts);
  }
}
