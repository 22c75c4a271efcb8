package basedecl.person;

import basedecl.cell.CellValue;
import basedecl.cell.RowFault;
import basedecl.finding.FindingText;
import basedecl.finding.SourceCell;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import java.time.LocalDate;

/** An identity number that somebody types; 15 digits are as good as 18. */
public final class TypedIdNumber {

  private TypedIdNumber() {}

  /**
   * Reads a number as a cell of text is read.
   *
   * @param day on which it is read; nobody is born after it
   * @param language of the sentence that refuses it
   * @throws RefusedException for a text that is no number, with what is wrong but without the text
   */
  public static IdNumber read(String typed, LocalDate day, Language language) {
    IdReading reading =
        IdNumber.read(CellValue.Blank.BLANK, new CellValue.Text(typed.strip()), day);
    if (reading instanceof IdReading.Read read) {
      return read.number();
    }
    RowFault fault = ((IdReading.Refused) reading).faults().get(0);
    throw new RefusedException(
        Message.of(
            "cli.person-invalid",
            FindingText.sentence(fault.at("", SourceCell.WHOLE_FILE), language)));
  }
}
