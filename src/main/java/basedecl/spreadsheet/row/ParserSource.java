package basedecl.spreadsheet.row;

import basedecl.spreadsheet.gate.RefusedFileException;
import java.io.Closeable;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** A reader of one carrier before {@link GuardedSource} turns its troubles into verdicts. */
public interface ParserSource extends Closeable {

  @Nullable SheetRow next() throws IOException, XMLStreamException, RefusedFileException;

  default SheetTraits traits() {
    return SheetTraits.NONE;
  }

  /** The rows of the sheet whose row was handed out last once more, from its first. */
  ParserSource sheetAgain() throws IOException, XMLStreamException, RefusedFileException;

  default MergedCells mergedCells() throws IOException, XMLStreamException, RefusedFileException {
    return MergedCells.NONE;
  }
}
