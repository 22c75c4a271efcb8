package basedecl.spreadsheet;

import basedecl.declaration.Finding;
import basedecl.declaration.FindingCode;
import basedecl.declaration.SourceCell;
import java.util.List;

/** A file that is refused as a whole, with the finding that says why. Carries no cell contents. */
public final class RefusedFileException extends Exception {

  private final transient Finding finding;

  public RefusedFileException(FindingCode code, String... arguments) {
    this(new Finding(code, "", SourceCell.WHOLE_FILE, List.of(arguments)));
  }

  public RefusedFileException(Finding finding) {
    super(finding.code().name());
    this.finding = finding;
  }

  public Finding finding() {
    return finding;
  }
}
