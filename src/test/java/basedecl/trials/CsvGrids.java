package basedecl.trials;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Writes a sheet as a text file: any separator, any encoding, every habit of quoting. */
final class CsvGrids {

  private static final List<Character> SEPARATORS = List.of(',', ',', ';', '\t');

  private CsvGrids() {}

  static byte[] bytes(Grid grid, Random random) {
    char separator = SEPARATORS.get(random.nextInt(SEPARATORS.size()));
    boolean quotes = random.nextBoolean();
    String end = random.nextBoolean() ? "\r\n" : "\n";
    int width = random.nextBoolean() ? grid.width() : 0;
    StringBuilder text = new StringBuilder();
    for (List<TrialCell> row : grid.rows) {
      for (int i = 0; i < Math.max(row.size(), width); i++) {
        text.append(i == 0 ? "" : separator);
        text.append(cell(i < row.size() ? row.get(i) : TrialCell.blank(), separator, quotes));
      }
      text.append(end);
    }
    return encoded(text.toString(), random);
  }

  private static String cell(TrialCell cell, char separator, boolean quotes) {
    String text = cell.plain();
    if (cell instanceof TrialCell.Amount amount && amount.format().equals(Draft.UNQUOTED)) {
      return text.substring(0, 1) + separator + text.substring(1);
    }
    boolean needed =
        text.indexOf(separator) >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0;
    return needed || (quotes && !text.isEmpty() && cell instanceof TrialCell.Words)
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }

  private static byte[] encoded(String text, Random random) {
    Charset chinese = Charset.forName("GB18030");
    return switch (random.nextInt(3)) {
      case 0 -> text.getBytes(chinese);
      case 1 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
      default -> text.getBytes(StandardCharsets.UTF_8);
    };
  }
}
