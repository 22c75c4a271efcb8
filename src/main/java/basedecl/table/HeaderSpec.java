package basedecl.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;

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
  private final Map<C, List<String>> words;
  private final List<List<Set<C>>> requirements;
  private final Set<C> repeatable;
  private final Set<C> keys;
  private final Set<C> twins;
  private final Set<C> amounts;
  private final Set<String> never;
  private final List<Beside<C>> beside;
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
    words = new EnumMap<>(type);
    byWord.keySet().stream()
        .sorted(Comparator.comparing(String::length).reversed().thenComparing(word -> word))
        .forEach(word -> words.computeIfAbsent(byWord.get(word), c -> new ArrayList<>()).add(word));
    requirements = List.copyOf(builder.requirements);
    repeatable = EnumSet.copyOf(builder.repeatable);
    keys = EnumSet.noneOf(type);
    requirements.forEach(alternatives -> alternatives.forEach(keys::addAll));
    twins = EnumSet.copyOf(builder.twins);
    amounts = EnumSet.copyOf(builder.amounts);
    never = Set.copyOf(builder.never);
    beside = List.copyOf(builder.beside);
  }

  /** Words that name a column only in a table that has all the others. */
  private record Beside<C>(C column, Set<C> others, Set<String> words) {}

  /** An amount's column, and the unit its title says. */
  record InOtherUnit<C>(C column, String unit) {}

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
  public Optional<C> named(String text) {
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

  /** The column of an amount that a header text names, in another unit than yuan. */
  Optional<InOtherUnit<C>> namedInOtherUnit(String text) {
    if (amounts.isEmpty() || text.isEmpty() || !mayName(text)) {
      return Optional.empty();
    }
    return UnitWords.inTitle(HeaderWords.normal(text))
        .flatMap(
            title ->
                compared(title.rest())
                    .filter(amounts::contains)
                    .map(column -> new InOtherUnit<>(column, title.unit())));
  }

  /**
   * The columns that are named only beside those found.
   *
   * @param place where one of the words stands, -1 where none does
   */
  public Map<C, Integer> named(Set<C> found, ToIntFunction<Set<String>> place) {
    Map<C, Integer> named = new EnumMap<>(type);
    for (Beside<C> more : beside) {
      if (!found.contains(more.column) && found.containsAll(more.others)) {
        int column = place.applyAsInt(more.words);
        if (column >= 0) {
          named.put(more.column, column);
        }
      }
    }
    return named;
  }

  /** Whether these words are known to mean something else than any column. */
  boolean neverStands(String text) {
    return HeaderWords.forms(text).stream().anyMatch(never::contains);
  }

  /** Of the titles seen that name no column the one most like a word for a missing column. */
  Optional<String> nearestTitle(Set<C> missing, List<String> titles) {
    String nearest = "";
    int best = 0;
    for (String title : titles) {
      if (named(title).isEmpty()) {
        for (Map.Entry<String, C> word : byWord.entrySet()) {
          int shared =
              missing.contains(word.getValue())
                  ? HeaderWords.sharedCharacters(title, word.getKey())
                  : 0;
          if (shared > best && 2 * shared >= Math.max(title.length(), word.getKey().length())) {
            best = shared;
            nearest = title;
          }
        }
      }
    }
    return Optional.of(nearest).filter(title -> !title.isEmpty());
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

  /** The words a column goes by, in normal form, the longest first. */
  public List<String> words(C column) {
    return words.getOrDefault(column, List.of());
  }

  public String title(C column) {
    return titles.getOrDefault(column, column.name());
  }

  boolean mayRepeat(C column) {
    return repeatable.contains(column);
  }

  boolean hasAmounts() {
    return !amounts.isEmpty();
  }

  /** Whether a table needs it, by itself or as one of several ways. */
  boolean isKey(C column) {
    return keys.contains(column);
  }

  /** Whether it may stand twice where both columns say the same in every row. */
  boolean mayHaveTwin(C column) {
    return twins.contains(column);
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
    private final Set<C> twins;
    private final Set<C> amounts;
    private final Set<String> never = new HashSet<>();
    private final List<Beside<C>> beside = new ArrayList<>();

    private Builder(Class<C> type) {
      this.type = type;
      this.titles = new EnumMap<>(type);
      this.repeatable = EnumSet.noneOf(type);
      this.twins = EnumSet.noneOf(type);
      this.amounts = EnumSet.noneOf(type);
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

    /** A column that many tables have; {@code more} words count in this table only. */
    public Builder<C> optional(C column, KnownHeader known, String... more) {
      optional(column, known.title(), more);
      alsoReadAs(column, known.alsoReadAs());
      return this;
    }

    /** The same for a column the table must have. */
    public Builder<C> required(C column, KnownHeader known, String... more) {
      requirements.add(List.of(EnumSet.of(column)));
      return optional(column, known, more);
    }

    /** Further words for a column that is named already. */
    public void alsoReadAs(C column, List<String> words) {
      words.forEach(word -> byWord.put(HeaderWords.normal(word), column));
    }

    /** A column the table must have. */
    public Builder<C> required(C column, String title, String... alsoReadAs) {
      requirements.add(List.of(EnumSet.of(column)));
      return optional(column, title, alsoReadAs);
    }

    /** One of these sets of columns must be there whole; name each column as optional too. */
    public Builder<C> requiredEither(List<Set<C>> alternatives) {
      requirements.add(alternatives.stream().<Set<C>>map(EnumSet::copyOf).toList());
      return this;
    }

    /** A column that may stand twice where both say the same in every row. */
    public Builder<C> twin(C column) {
      twins.add(column);
      return this;
    }

    /** Columns of amounts: a title in another unit than yuan is refused as such. */
    public Builder<C> amounts(Set<C> columns) {
      amounts.addAll(columns);
      return this;
    }

    /** Words that people take for one of the columns and that mean something else. */
    public Builder<C> never(String... words) {
      for (String word : words) {
        never.add(HeaderWords.normal(word));
      }
      return this;
    }

    /** Words that name a column only in a table that has all of {@code others}. */
    public Builder<C> beside(Set<C> others, C column, String... words) {
      beside.add(new Beside<>(column, EnumSet.copyOf(others), Set.of(words)));
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
