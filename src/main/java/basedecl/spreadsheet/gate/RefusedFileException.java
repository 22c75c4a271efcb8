package basedecl.spreadsheet.gate;

import basedecl.finding.Finding;
import java.util.List;

/** A file that is refused as a whole, with the finding that says why. Carries no cell contents. */
public final class RefusedFileException extends Exception {

  private final transient List<Finding> findings;

  public RefusedFileException(Finding finding) {
    this(List.of(finding));
  }

  /**
   * @param findings the reason first, then what else its sender should hear
   */
  public RefusedFileException(List<Finding> findings) {
    super(findings.get(0).code().name());
    this.findings = List.copyOf(findings);
  }

  /** The reason. */
  public Finding finding() {
    return findings.get(0);
  }

  /** The reason, and what else its sender should hear. */
  public List<Finding> findings() {
    return findings;
  }
}
