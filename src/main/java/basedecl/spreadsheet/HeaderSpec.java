package basedecl.spreadsheet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The columns a table may have, the words they go by and which of them it must have. Immutable once
 * built, but for what it remembers.
 *
 * <pre>
 * HeaderSpec.of(Column.class)
 *     .required(EMPLOYER, "单位编号", "单位代码")
 *     .optional(AMOUNT, "缴费金额")
 *     .build();
 * </pre>
 *
 * @param <C> the columns
 */
public final class HeaderSpec<C extends Enum<C>> {

  /** Longer texts are no titles. */
  private static final int LONGEST = 60;

  private static final int REMEMBERED = 500;

  private final Class<C> type;
  private final BitSet lastCharacters = new BitSet();
  private final Map<String, C> byWord;
  private final Map<C, String> titles;
  private final List<List<Set<C>>> requirements;
  private final Set<C> repeatable;
  private final Map<String, Optional<C>> answers = new ConcurrentHashMap<>();

  private HeaderSpec(Builder<C> builder) {
    type = builder.type;
    byWord = Map.copyOf(builder.byWord);
    for (String word : byWord.keySet()) {
      char last = word.charAt(word.length() - 1);
      lastCharacters.set(last);
      lastCharacters.set(Character.toUpperCase(last));
      if (last < 0x80) {
        // its full-width forms
        lastCharacters.set(last + 0xFEE0);
        lastCharacters.set(Character.toUpperCase(last) + 0xFEE0);
      }
    }
    titles = new EnumMap<>(builder.titles);
    requirements = List.copyOf(builder.requirements);
    repeatable = EnumSet.copyOf(builder.repeatable);
  }

  public static <C extends Enum<C>> Builder<C> of(Class<C> type) {
    return new Builder<>(type);
  }

  int columns() {
    return type.getEnumConstants().length;
  }

  C column(int ordinal) {
    return type.getEnumConstants()[ordinal];
  }

  /**
   * The column a header text names. Comparing is costly, and the same few words head every file or
   * come up in every row of a sheet, so the answers are remembered.
   */
  Optional<C> named(String text) {
    if (text.isEmpty() || !mayName(text)) {
      return Optional.empty();
    }
    Optional<C> known = answers.get(text);
    if (known == null) {
      known = compared(text);
      if (answers.size() >= REMEMBERED) {
        answers.clear();
      }
      answers.put(text, known);
    }
    return known;
  }

  private Optional<C> compared(String text) {
    for (String form : HeaderWords.forms(text)) {
      C column = byWord.get(form);
      if (column != null) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  /**
   * Spares nearly every cell of a sheet without a header the costly comparison: whatever a title is
   * wrapped in, the last character of one of the known words is in it.
   */
  boolean mayName(String text) {
    if (text.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c < 0x80 || (c >= 0x3000 && c <= 0x30FF) || (c >= 0x4E00 && c <= 0x9FFF);
      if (lastCharacters.get(c) || (!plain && !(c >= 0xFF00 && c <= 0xFF5E))) {
        return true;
      }
    }
    return false;
  }

  String title(C column) {
    return titles.getOrDefault(column, column.name());
  }

  boolean mayRepeat(C column) {
    return repeatable.contains(column);
  }

  /** What is missing from the columns found; of alternatives, that which is nearest. */
  Set<C> missing(Set<C> found) {
    Set<C> missing = EnumSet.noneOf(type);
    for (List<Set<C>> alternatives : requirements) {
      Set<C> nearest = EnumSet.noneOf(type);
      int nearestFound = -1;
      for (Set<C> alternative : alternatives) {
        Set<C> absent = EnumSet.copyOf(alternative);
        absent.removeAll(found);
        int present = alternative.size() - absent.size();
        if (absent.isEmpty() || present > nearestFound) {
          nearest = absent;
          nearestFound = absent.isEmpty() ? Integer.MAX_VALUE : present;
        }
      }
      missing.addAll(nearest);
    }
    return missing;
  }

  Set<C> none() {
    return EnumSet.noneOf(type);
  }

  /** How many of the columns found answer a requirement. */
  int requiredAmong(Set<C> found) {
    Set<C> wanted = EnumSet.noneOf(type);
    requirements.forEach(alternatives -> alternatives.forEach(wanted::addAll));
    wanted.retainAll(found);
    return wanted.size();
  }

  /**
   * Gathers the columns of a table.
   *
   * @param <C> the columns
   */
  public static final class Builder<C extends Enum<C>> {

    private final Class<C> type;
    private final Map<String, C> byWord = new HashMap<>();
    private final Map<C, String> titles;
    private final List<List<Set<C>>> requirements = new ArrayList<>();
    private final Set<C> repeatable;

    private Builder(Class<C> type) {
      this.type = type;
      this.titles = new EnumMap<>(type);
      this.repeatable = EnumSet.noneOf(type);
    }

    /** A column the table may have: its title, and the other words it goes by. */
    public Builder<C> optional(C column, String title, String... alsoReadAs) {
      titles.put(column, title);
      byWord.put(HeaderWords.normal(title), column);
      for (String word : alsoReadAs) {
        byWord.put(HeaderWords.normal(word), column);
      }
      return this;
    }

    /** Further words for a column that is named already. */
    void alsoReadAs(C column, List<String> words) {
      words.forEach(word -> byWord.put(HeaderWords.normal(word), column));
    }

    /** A column the table must have. */
    public Builder<C> required(C column, String title, String... alsoReadAs) {
      requirements.add(List.of(EnumSet.of(column)));
      return optional(column, title, alsoReadAs);
    }

    /** One of these sets of columns must be there whole; name each column as optional too. */
    public Builder<C> requiredEither(Set<C> one, Set<C> other) {
      requirements.add(List.of(EnumSet.copyOf(one), EnumSet.copyOf(other)));
      return this;
    }

    /** Columns that decide nothing: standing twice, the first is taken. */
    public Builder<C> repeatable(Set<C> columns) {
      repeatable.addAll(columns);
      return this;
    }

    public HeaderSpec<C> build() {
      return new HeaderSpec<>(this);
    }
  }
}
