package basedecl.spreadsheet.csv;

import basedecl.spreadsheet.gate.ReadBudget;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.gate.RefusedInStreamException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;

/**
 * The characters of a text file for a parser that we do not watch from within: every piece it takes
 * is a look at the clock, so that it ends in time whatever it does with them.
 */
public final class TextReader extends Reader {

  private final Reader text;
  private final ReadBudget budget;

  public TextReader(byte[] bytes, TextEncoding encoding, ReadBudget budget) {
    this.budget = budget;
    this.text =
        new InputStreamReader(
            new ByteArrayInputStream(
                bytes, encoding.markLength(), bytes.length - encoding.markLength()),
            encoding.charset());
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    try {
      budget.checkTime();
    } catch (RefusedFileException e) {
      throw new RefusedInStreamException(e);
    }
    return text.read(target, offset, length);
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
