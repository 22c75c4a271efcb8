package basedecl.declarationfile;

import basedecl.cell.Field;
import basedecl.table.HeaderSpec;
import basedecl.table.HeaderWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns of a declaration by their titles and words, for whoever adds words of their own. */
public final class DeclarationWords {

  private static final List<HeaderSpec<Field>> HEADERS =
      List.of(DeclarationHeader.EMPLOYEES, DeclarationHeader.RETIREES);

  /** A title is a short text: a longer one is never looked at. */
  private static final int LONGEST = 60;

  /** What does not stand for the average wage (contract 4): other sums go by these words. */
  private static final List<String> NO_AVERAGE_WAGE = List.of("缴费基数", "应发工资", "基本工资");

  private DeclarationWords() {}

  /** The titles of the columns, in the order of {@link Field}. */
  public static List<String> titles() {
    List<String> titles = new ArrayList<>();
    for (Field field : Field.values()) {
      title(field).ifPresent(titles::add);
    }
    return titles;
  }

  /** The column of that title. */
  public static Optional<Field> column(String title) {
    for (Field field : Field.values()) {
      if (title(field).filter(title::equals).isPresent()) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /** The title of the column that a header text names already. */
  public static Optional<String> columnNamed(String word) {
    return HEADERS.stream()
        .flatMap(header -> header.named(word).stream())
        .findFirst()
        .flatMap(DeclarationWords::title);
  }

  /** The form in which header texts are compared; empty where the text can be no title. */
  public static String normal(String word) {
    return word.length() > LONGEST ? "" : HeaderWords.normal(word);
  }

  /** Whether a word says something else than the average wage or pension, whoever uses it. */
  public static boolean isUnfit(String title, String word) {
    String normal = normal(word);
    return column(title).filter(field -> field == Field.WAGE).isPresent()
        && NO_AVERAGE_WAGE.stream().anyMatch(normal::contains);
  }

  private static Optional<String> title(Field field) {
    return HEADERS.stream()
        .map(header -> header.title(field))
        .filter(title -> !title.equals(field.name()))
        .findFirst();
  }
}
