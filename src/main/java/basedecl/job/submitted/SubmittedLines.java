package basedecl.job.submitted;

import basedecl.finding.Finding;
import basedecl.finding.FindingBounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All lines of a submitted file.
 *
 * @param refused why the file could not be read to its end; then there are no lines
 * @param <C> the columns
 */
public record SubmittedLines<C extends Enum<C>>(
    List<SubmittedLine<C>> lines, Optional<Finding> refused) {

  public SubmittedLines {
    lines = List.copyOf(lines);
  }

  /** What is wrong by now with the file and its lines, in their order, within bounds. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(refused.stream().toList());
    FindingBounds bounds = new FindingBounds();
    lines.forEach(line -> findings.addAll(bounds.admitted(line.findings())));
    findings.addAll(bounds.leftOut());
    return findings;
  }
}
