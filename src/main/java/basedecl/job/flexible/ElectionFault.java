package basedecl.job.flexible;

import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.finding.SourceCell;
import java.util.List;
import java.util.Optional;

/** What is wrong with a line of the desk, and at which part of its form. */
public record ElectionFault(
    Part part, FindingCode code, Optional<Reason> reason, List<String> arguments) {

  /** A part of the form. */
  public enum Part {
    PERSON,
    OFFER,
    BASE,
    RHYTHM,
    FROM
  }

  public ElectionFault {
    arguments = List.copyOf(arguments);
  }

  /** The same as a run tells it. */
  public Finding finding() {
    return new Finding(code, "", SourceCell.WHOLE_FILE, reason, arguments);
  }
}
