package basedecl.declarationfile;

import basedecl.cell.CellValue;
import basedecl.cell.Field;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.row.RowSource;
import basedecl.spreadsheet.row.SheetRow;
import basedecl.table.CellWords;
import basedecl.table.HeaderSpec;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a file speaks of more than one employer where its rows do not tell: a header that was not
 * found, a code that is missing. Looked at are the blocks, what stands under a title of the
 * employer's code or name, and every cell that holds a code of the roster. A file in doubt counts
 * as one of several: its people are shown to nobody.
 */
public final class SeveralEmployers {

  private static final int LONGEST_CODE = 64;

  private final DeclarationForm form;
  private final EmployerCodes codes;
  private final HeaderSpec<Field> spec;
  private final Set<String> ownCodes = new HashSet<>();
  private final Set<String> creditCodes = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private final BitSet codeColumns = new BitSet();
  private final BitSet creditColumns = new BitSet();
  private final BitSet nameColumns = new BitSet();

  private SeveralEmployers(DeclarationForm form) {
    this.form = form;
    this.codes = new EmployerCodes(form.roster());
    this.spec = form.header();
  }

  /** Reads until two employers are seen; what cannot be read to its end is in doubt. */
  public static boolean in(RowSource rows, DeclarationForm form) throws IOException {
    SeveralEmployers seen = new SeveralEmployers(form);
    String sheet = "";
    try {
      for (SheetRow row = rows.next(); row != null; row = rows.next()) {
        if (!row.sheet().equals(sheet)) {
          sheet = row.sheet();
          seen.anotherSheet();
        }
        seen.row(row);
        if (seen.isSeveral()) {
          return true;
        }
      }
      return false;
    } catch (RefusedFileException e) {
      return true;
    }
  }

  private boolean isSeveral() {
    return ownCodes.size() > 1 || creditCodes.size() > 1 || names.size() > 1;
  }

  private void anotherSheet() {
    codeColumns.clear();
    creditColumns.clear();
    nameColumns.clear();
  }

  private void row(SheetRow row) {
    EmployerBlock.Said said = EmployerBlock.read(row);
    note(ownCodes, codes.code(Objects.requireNonNullElse(said.code(), "")));
    note(creditCodes, codes.ofCreditCode(Objects.requireNonNullElse(said.creditCode(), "")));
    note(names, said.name());
    for (int column = 0; column < row.cells().size(); column++) {
      cell(column, row.cell(column), said.cells().get(column));
    }
  }

  private void cell(int column, CellValue cell, boolean ofBlock) {
    String text = cell.asText();
    if (text.isEmpty() || ofBlock) {
      return;
    }
    Field title = spec.named(text).orElse(null);
    if (title != null) {
      codeColumns.set(column, title == Field.EMPLOYER_CODE);
      creditColumns.set(column, title == Field.CREDIT_CODE);
      nameColumns.set(column, title == Field.EMPLOYER_NAME);
    } else if (codeColumns.get(column)) {
      code(ownCodes, codes.code(text));
    } else if (creditColumns.get(column)) {
      code(creditCodes, codes.ofCreditCode(text));
    } else if (nameColumns.get(column) && isName(cell)) {
      note(names, EmployerBlock.normal(text));
    } else if (text.length() <= LONGEST_CODE && isOnRoster(text)) {
      note(ownCodes, codes.code(text));
    }
  }

  private boolean isOnRoster(String text) {
    return form.roster().flatMap(known -> known.find(EmployerCodes.normal(text))).isPresent();
  }

  /** Ditto marks and words such as 待定 are no codes. */
  private static void code(Set<String> found, String code) {
    boolean plain = code.chars().allMatch(c -> c < 0x80 && c != ':');
    if (plain && code.chars().anyMatch(c -> c >= '0' && c <= '9')) {
      found.add(code);
    }
  }

  private static boolean isName(CellValue cell) {
    String text = CellWords.squeezed(cell);
    return text.codePoints().filter(Character::isLetter).count() > 2
        && text.indexOf(':') < 0
        && !CellWords.isTotal(cell);
  }

  private static void note(Set<String> found, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      found.add(text);
    }
  }
}
