package basedecl.spreadsheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens a file of whatever kind, told by its content, behind the gate. */
public final class SpreadsheetFiles {

  private final ReadLimits limits;

  public SpreadsheetFiles(ReadLimits limits) {
    this.limits = limits;
  }

  /**
   * @throws RefusedFileException if the file is not one that can be read safely
   */
  public RowSource open(Path file) throws RefusedFileException, IOException {
    if (limits.fileBytes() < Files.size(file)) {
      throw new RefusedFileException(basedecl.declaration.FindingCode.FILE_TOO_LARGE);
    }
    throw new UnsupportedOperationException(file.toString());
  }
}
