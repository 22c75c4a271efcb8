package basedecl.answer;

import java.io.IOException;
import java.nio.file.Path;

/** A way to turn an employer's file into a workbook whose cells can be marked. */
interface MarkedWorkbookCopy {

  /** This way does not lead there; another may. */
  final class NotCopied extends Exception {
    NotCopied() {
      super("not copied");
    }

    NotCopied(Throwable cause) {
      super("not copied", cause);
    }
  }

  MarkedSheets of(Path source) throws NotCopied, IOException;
}
