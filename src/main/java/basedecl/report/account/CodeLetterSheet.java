package basedecl.report.account;

import static basedecl.report.ReportTexts.say;

import basedecl.account.OneTimePassword;
import basedecl.file.ReplacedFile.Written;
import basedecl.person.IdNumber;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * 个人登录验证码表: a line a person, in the order of the list handed in, to print, cut apart and hand out.
 * The document is masked: the list tells whose line it is. Only the file's owner may read it.
 */
public final class CodeLetterSheet {

  private static final int CODES_IN_A_CELL = 2;

  private CodeLetterSheet() {}

  /** What one person is handed. */
  public record Letter(String name, IdNumber number, List<OneTimePassword> codes) {

    public Letter {
      codes = List.copyOf(codes);
    }
  }

  /**
   * Writes the workbook whole or not at all.
   *
   * @param address of the desk, as a person types it
   * @param lastDay on which the codes still open something
   */
  public static Written write(
      Path target, LocalDate date, List<Letter> letters, String address, LocalDate lastDay)
      throws IOException {
    int most = letters.stream().mapToInt(letter -> letter.codes().size()).max().orElse(0);
    int cells = (most + CODES_IN_A_CELL - 1) / CODES_IN_A_CELL;
    try (TableWorkbook workbook = TableWorkbook.at(target, date)) {
      TableRows rows = workbook.sheet(sheet(cells, lastDay), letters.size());
      int number = 0;
      for (Letter letter : letters) {
        rows.row().number(++number).text(letter.name()).text(letter.number().toString());
        for (int cell = 0; cell < cells; cell++) {
          rows.text(codes(letter.codes(), cell));
        }
        rows.text(address);
      }
      return workbook.finish();
    }
  }

  private static TableSheet sheet(int cells, LocalDate lastDay) {
    List<TableColumn> columns =
        new ArrayList<>(
            List.of(
                TableColumn.serial("序号", 8),
                TableColumn.text("姓名", 12),
                TableColumn.text("证件号码", 22)));
    for (int cell = 0; cell < cells; cell++) {
      int first = cell * CODES_IN_A_CELL + 1;
      columns.add(TableColumn.text("验证码 " + first + "、" + (first + 1), 46));
    }
    columns.add(TableColumn.text("登录网址", 34));
    return TableSheet.of("登录验证码", say("letters.title"), columns.toArray(TableColumn[]::new))
        .withRowHeight(26)
        .withNotes(List.of(say("letters.once", lastDay.toString()), say("letters.keep-secret")));
  }

  private static String codes(List<OneTimePassword> all, int cell) {
    List<String> codes =
        all.stream()
            .skip((long) cell * CODES_IN_A_CELL)
            .limit(CODES_IN_A_CELL)
            .map(OneTimePassword::text)
            .toList();
    return String.join("　", codes);
  }
}
