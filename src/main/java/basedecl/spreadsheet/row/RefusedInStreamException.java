package basedecl.spreadsheet.row;

import basedecl.spreadsheet.gate.RefusedFileException;
import java.io.IOException;

/** Carries a verdict through a library that knows only {@link IOException}. */
public final class RefusedInStreamException extends IOException {

  private final transient RefusedFileException verdict;

  public RefusedInStreamException(RefusedFileException verdict) {
    super(verdict.getMessage(), verdict);
    this.verdict = verdict;
  }

  RefusedFileException verdict() {
    return verdict;
  }
}
