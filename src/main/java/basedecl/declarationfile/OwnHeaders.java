package basedecl.declarationfile;

import basedecl.cell.Field;
import basedecl.policyfile.HeadersFile;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The centre's own header words, checked against those the program knows. */
public final class OwnHeaders {

  private OwnHeaders() {}

  /**
   * The words by column; none where {@code policies} names no folder or the folder has none.
   *
   * @throws basedecl.message.RefusedException naming file, line and word of the first thing wrong
   */
  public static Map<Field, List<String>> in(Optional<Path> policies) {
    Map<Field, List<String>> words = new EnumMap<>(Field.class);
    byTitle(policies)
        .forEach(
            (title, own) ->
                DeclarationWords.column(title).ifPresent(column -> words.put(column, own)));
    return words;
  }

  /** The words by the column's title. */
  public static Map<String, List<String>> byTitle(Optional<Path> policies) {
    return HeadersFile.read(policies, new Known());
  }

  private static final class Known implements HeadersFile.Vocabulary {

    @Override
    public List<String> titles() {
      return DeclarationWords.titles();
    }

    @Override
    public Optional<String> columnNamed(String word) {
      return DeclarationWords.columnNamed(word);
    }

    @Override
    public String normal(String word) {
      return DeclarationWords.normal(word);
    }

    @Override
    public boolean isUnfit(String column, String word) {
      return DeclarationWords.isUnfit(column, word);
    }
  }
}
