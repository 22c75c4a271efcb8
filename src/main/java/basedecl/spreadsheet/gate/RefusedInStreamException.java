package basedecl.spreadsheet.gate;

import java.io.IOException;

/** Carries a verdict through a library that knows only {@link IOException}. */
public final class RefusedInStreamException extends IOException {

  private final transient RefusedFileException verdict;

  public RefusedInStreamException(RefusedFileException verdict) {
    super(verdict.getMessage(), verdict);
    this.verdict = verdict;
  }

  public RefusedFileException verdict() {
    return verdict;
  }
}
