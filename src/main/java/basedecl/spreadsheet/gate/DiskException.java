package basedecl.spreadsheet.gate;

import java.io.IOException;

/** The disk could not be read: no fault of the file's, so no verdict on it. */
public final class DiskException extends IOException {

  DiskException(IOException cause) {
    super(cause.getMessage(), cause);
  }
}
