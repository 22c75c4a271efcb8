package basedecl.job.material;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** What a scan shows, told by how its name begins. The names stand in the ledger. */
public enum ScanKind {
  SUMMARY("summary", "汇总表"),
  DETAIL("detail", "明细表");

  private final String latin;
  private final String chinese;

  ScanKind(String latin, String chinese) {
    this.latin = latin;
    this.chinese = chinese;
  }

  static Optional<ScanKind> of(String fileName) {
    String name =
        Normalizer.normalize(fileName, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    for (ScanKind kind : values()) {
      if (name.startsWith(kind.latin) || name.startsWith(kind.chinese)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The one with that word, {@code summary} or {@code detail}. */
  public static Optional<ScanKind> ofWord(String word) {
    for (ScanKind kind : values()) {
      if (kind.latin.equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** How names of its scans begin, in ASCII. */
  public String word() {
    return latin;
  }
}
