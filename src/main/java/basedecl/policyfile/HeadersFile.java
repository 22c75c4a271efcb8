package basedecl.policyfile;

import basedecl.message.RefusedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The centre's own words for the columns of a declaration: {@code headers.yaml} in the folder of
 * policies, which may hold nothing else. Each word is read like the column's own title, beside the
 * words the program knows.
 *
 * <pre>
 * headers:
 *   - {column: 月均工资, words: [岗位工资, 上年月均收入]}
 *   - {column: 单位编号, words: [单位医保号]}
 * </pre>
 */
public final class HeadersFile {

  public static final String NAME = "headers.yaml";

  private static final List<String> KEYS = List.of("headers");
  private static final List<String> ENTRY = List.of("column", "words");

  private HeadersFile() {}

  /** What the program knows of columns and their words. */
  public interface Vocabulary {

    /** The titles of the columns that may have further words. */
    List<String> titles();

    /** The title of the column that {@code word} names already. */
    Optional<String> columnNamed(String word);

    /** The form in which words are compared; empty where the word cannot be a title. */
    String normal(String word);

    /** Whether the word stands for something else than the column, whatever a centre says. */
    boolean isUnfit(String column, String word);
  }

  /** Whether the folder has such a file. */
  public static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(NAME));
  }

  /**
   * The words by the column's title; none without a folder or without the file.
   *
   * @throws RefusedException naming file, line and word of the first thing wrong
   */
  public static Map<String, List<String>> read(Optional<Path> folder, Vocabulary known) {
    Map<String, List<String>> words = new LinkedHashMap<>();
    if (folder.isEmpty() || !isIn(folder.get())) {
      return words;
    }
    Section file = YamlFile.read(PolicyFiles.read(folder.get().resolve(NAME)), KEYS);
    Map<String, Integer> lines = new HashMap<>();
    for (Section entry : file.sections("headers", ENTRY)) {
      String column = entry.required("column").oneOf(known.titles(), Function.identity());
      List<Scalar> written = entry.scalars("words");
      if (written.isEmpty()) {
        throw entry.file().refusal("policy.missing-key", entry.line(), "words");
      }
      for (Scalar word : written) {
        words
            .computeIfAbsent(column, c -> new ArrayList<>())
            .add(checked(column, word, known, lines));
      }
    }
    return words;
  }

  private static String checked(
      String column, Scalar scalar, Vocabulary known, Map<String, Integer> lines) {
    String word = scalar.words();
    String normal = known.normal(word);
    if (normal.isEmpty()) {
      throw refusal("policy.header-word-form", scalar, word);
    }
    if (known.isUnfit(column, word)) {
      throw refusal("policy.header-word-unfit", scalar, word, column);
    }
    known
        .columnNamed(word)
        .filter(other -> !other.equals(column))
        .ifPresent(
            other -> {
              throw refusal("policy.header-word-taken", scalar, word, other);
            });
    Integer first = lines.putIfAbsent(normal, scalar.line());
    if (first != null) {
      throw refusal("policy.header-word-twice", scalar, word, first.toString());
    }
    return word;
  }

  private static RefusedException refusal(String key, Scalar scalar, String... words) {
    return scalar.file().refusal(key, scalar.line(), words);
  }
}
