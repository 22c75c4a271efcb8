package basedecl.spreadsheet.csv;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;

/**
 * What separates the cells of a text file: comma, tab or semicolon. The one that comes up the same
 * number of times on the most of the first lines wins; quoted text does not count. A first line
 * {@code sep=;} says it outright and is no row.
 */
record CsvDialect(char delimiter, Reader rest) {

  private static final String DELIMITERS = ",\t;";
  private static final int LOOKED_AT = 16_384;

  static CsvDialect of(Reader reader) throws IOException {
    PushbackReader rest = new PushbackReader(reader, LOOKED_AT);
    char[] head = new char[LOOKED_AT];
    int length = 0;
    int read = rest.read(head, 0, LOOKED_AT);
    while (read > 0) {
      length += read;
      read = length < LOOKED_AT ? rest.read(head, length, LOOKED_AT - length) : 0;
    }
    int start = 0;
    char delimiter = 0;
    String first = new String(head, 0, Math.min(length, 8));
    if (first.regionMatches(true, 0, "sep=", 0, 4) && first.length() > 4) {
      delimiter = head[4];
      start = 5;
      while (start < length && (head[start] == '\r' || head[start] == '\n')) {
        start++;
        if (head[start - 1] == '\n') {
          break;
        }
      }
    }
    rest.unread(head, start, length - start);
    return new CsvDialect(
        DELIMITERS.indexOf(delimiter) >= 0 && delimiter != 0
            ? delimiter
            : told(head, start, length),
        rest);
  }

  private static char told(char[] head, int start, int end) {
    Map<Long, Integer> lines = new HashMap<>();
    int[] counts = new int[DELIMITERS.length()];
    boolean quoted = false;
    for (int i = start; i < end; i++) {
      char c = head[i];
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\n' || c == '\r') {
        if (!quoted) {
          count(lines, counts);
        }
      } else if (!quoted && DELIMITERS.indexOf(c) >= 0) {
        counts[DELIMITERS.indexOf(c)]++;
      }
    }
    count(lines, counts);
    char best = ',';
    long bestScore = 0;
    for (Map.Entry<Long, Integer> line : lines.entrySet()) {
      long count = line.getKey() >> 8;
      char delimiter = DELIMITERS.charAt((int) (line.getKey() & 0xFF));
      long score = count * line.getValue();
      if (score > bestScore || (score == bestScore && delimiter == ',')) {
        best = delimiter;
        bestScore = score;
      }
    }
    return best;
  }

  private static void count(Map<Long, Integer> lines, int[] counts) {
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        lines.merge((long) counts[i] << 8 | i, 1, Integer::sum);
        counts[i] = 0;
      }
    }
  }
}
