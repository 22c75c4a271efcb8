package basedecl.policyfile;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The known word a misspelt one probably means: at most two letters away. */
final class Spelling {

  private static final int MOST_EDITS = 2;

  private Spelling() {}

  static Optional<String> nearest(String word, List<String> known) {
    String plain = word.toLowerCase(Locale.ROOT).replace('_', '-');
    return known.stream()
        .filter(k -> edits(plain, k) <= MOST_EDITS)
        .min(Comparator.comparingInt(k -> edits(plain, k)));
  }

  /** Levenshtein's distance, a row at a time. */
  private static int edits(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[b.length()];
  }
}
