package basedecl.desk.upload;

import java.io.IOException;

/** A body that is not taken, with the status that says why. */
final class RefusedBodyException extends IOException {

  private final int status;

  RefusedBodyException(int status) {
    super("A body refused with status " + status);
    this.status = status;
  }

  int status() {
    return status;
  }
}
