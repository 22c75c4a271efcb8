package basedecl.spreadsheet;

import java.io.IOException;

/** Carries a verdict through a library that knows only {@link IOException}. */
final class RefusedInStreamException extends IOException {

  private final transient RefusedFileException verdict;

  RefusedInStreamException(RefusedFileException verdict) {
    super(verdict.getMessage(), verdict);
    this.verdict = verdict;
  }

  RefusedFileException verdict() {
    return verdict;
  }
}
