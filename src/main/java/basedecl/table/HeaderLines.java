package basedecl.table;

import basedecl.cell.CellValue;
import basedecl.spreadsheet.row.SheetRow;
import basedecl.table.HeaderMatch.Candidate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One to four lines of a sheet looked at together as its header. A title over several sub-titles
 * (调整前|调整后, 养老|医疗) means one of them only where their words leave no doubt.
 *
 * @param <C> the columns
 */
final class HeaderLines<C extends Enum<C>> {

  private static final int MOST_CANDIDATES = 64;

  /** Digits that a title may have: a year, or a span of months with their years. */
  private static final int DIGITS_OF_A_YEAR = 4;

  private static final int DIGITS_OF_PERIODS = 12;

  /** Which texts of the lines above the last count. */
  enum Above {
    NOTHING,
    WHERE_BLANK,
    WHERE_UNKNOWN
  }

  private final HeaderSpec<C> spec;
  private final List<SheetRow> lines;
  private final Above use;
  private final int titleLine;
  private final int width;

  HeaderLines(HeaderSpec<C> spec, List<SheetRow> lines, Above use) {
    this(spec, lines, use, lines.size() - 1);
  }

  private HeaderLines(HeaderSpec<C> spec, List<SheetRow> lines, Above use, int titleLine) {
    this.spec = spec;
    this.lines = List.copyOf(lines);
    this.use = use;
    this.titleLine = titleLine;
    this.width = lines.stream().mapToInt(line -> line.cells().size()).max().orElse(0);
  }

  /** The same header with a line of sub-titles below it. */
  HeaderLines<C> with(SheetRow below) {
    List<SheetRow> more = new ArrayList<>(lines);
    more.add(below);
    return new HeaderLines<>(spec, more, use, titleLine);
  }

  /** A field's title: the line it stands in (as an index) and its column. */
  private record Title(int line, int place) {}

  HeaderMatch<C> match() {
    Map<C, List<Title>> titles = new HashMap<>();
    Set<C> found = spec.none();
    Optional<HeaderMatch.OtherUnit<C>> otherUnit = Optional.empty();
    for (int column = 0; column < width; column++) {
      Named<C> named = named(column);
      if (named == null) {
        continue;
      }
      if (named.unit.isPresent() && otherUnit.isEmpty()) {
        otherUnit =
            Optional.of(
                new HeaderMatch.OtherUnit<>(
                    lines.get(named.line).number(), column, named.unit.get()));
      }
      found.add(named.column);
      titles
          .computeIfAbsent(named.column, c -> new ArrayList<>())
          .add(new Title(named.line, column));
    }
    int row = lines.get(titleLine).number();
    spec.named(found, this::standsFor)
        .forEach(
            (column, place) -> {
              found.add(column);
              titles.put(column, List.of(new Title(titleLine, place)));
            });
    Set<C> missing = spec.missing(found);
    if (!missing.isEmpty()) {
      return new HeaderMatch.No<>(row, found, missing, HeaderFinder.titlesOf(lines.get(titleLine)));
    }
    return otherUnit.isPresent() ? otherUnit.get() : placed(row, titles);
  }

  /** Where a column stands whose words count only beside others, -1 where nowhere. */
  private int standsFor(Set<String> words) {
    for (int column = 0; column < width; column++) {
      if (words.contains(HeaderWords.plain(text(titleLine, column)))) {
        return column;
      }
    }
    return -1;
  }

  private HeaderMatch<C> placed(int row, Map<C, List<Title>> titles) {
    int[] places = new int[spec.columns()];
    Arrays.fill(places, -1);
    int twin = -1;
    for (int ordinal = 0; ordinal < places.length; ordinal++) {
      C column = spec.column(ordinal);
      List<Title> standing = titles.getOrDefault(column, List.of());
      if (standing.isEmpty()) {
        continue;
      }
      List<Candidate> candidates = candidates(column, standing, titles);
      if (candidates.size() == 1 || spec.mayRepeat(column)) {
        places[ordinal] = candidates.get(0).place();
      } else if (spec.mayHaveTwin(column) && candidates.size() == 2 && standing.size() == 2) {
        places[ordinal] = candidates.get(0).place();
        twin = candidates.get(1).place();
      } else {
        Optional<Candidate> meant = SubTitles.meant(candidates);
        if (meant.isEmpty()) {
          return new HeaderMatch.Ambiguous<>(row, column, candidates);
        }
        places[ordinal] = meant.get().place();
      }
    }
    return new HeaderMatch.Found<>(row, new ColumnPlaces(places, twin, lastTitle()));
  }

  /** The columns that a field's title or titles may mean. */
  private List<Candidate> candidates(C column, List<Title> standing, Map<C, List<Title>> titles) {
    List<Candidate> candidates = new ArrayList<>();
    for (Title title : standing) {
      List<Candidate> below = spec.isKey(column) ? below(title, titles) : List.of();
      if (below.size() > 1) {
        candidates.addAll(below);
      } else if (below.size() == 1) {
        candidates.add(below.get(0));
      } else {
        candidates.add(new Candidate(title.place, standing.size() > 1 ? over(title) : ""));
      }
    }
    return candidates.size() > MOST_CANDIDATES
        ? candidates.subList(0, MOST_CANDIDATES)
        : candidates;
  }

  /** The sub-titles of a title: below it, and to its right as far as nothing stands beside it. */
  private List<Candidate> below(Title title, Map<C, List<Title>> titles) {
    List<Candidate> below = new ArrayList<>();
    for (int column = title.place; column < width; column++) {
      if (column > title.place
          && (!text(title.line, column).isEmpty() || isTitled(column, title, titles))) {
        break;
      }
      String words = textBelow(title.line, column);
      if (!words.isEmpty()) {
        below.add(new Candidate(column, words));
      } else if (column == title.place) {
        // nothing right below the title: it is no group
        return List.of();
      } else {
        break;
      }
    }
    return below;
  }

  private boolean isTitled(int column, Title but, Map<C, List<Title>> titles) {
    return titles.values().stream()
        .flatMap(List::stream)
        .anyMatch(title -> title.place == column && !title.equals(but));
  }

  /** The group a title stands under: the text above it, or the next one to the left of that. */
  private String over(Title title) {
    for (int line = title.line - 1; line >= 0; line--) {
      for (int column = title.place; column >= 0; column--) {
        String words = text(line, column);
        if (!words.isEmpty()) {
          return words;
        }
      }
    }
    return "";
  }

  private String textBelow(int line, int column) {
    for (int lower = line + 1; lower < lines.size(); lower++) {
      String words = text(lower, column);
      if (!words.isEmpty()) {
        return words;
      }
    }
    return "";
  }

  private record Named<C>(C column, int line, Optional<String> unit) {}

  private @Nullable Named<C> named(int column) {
    String own = text(titleLine, column);
    Named<C> named = named(own, titleLine);
    if (named != null || use == Above.NOTHING || (!own.isEmpty() && use == Above.WHERE_BLANK)) {
      return named;
    }
    for (int line = titleLine - 1; line >= 0 && named == null; line--) {
      String upper = text(line, column);
      if (!upper.isEmpty()) {
        named = named(upper, line);
        if (named == null && !own.isEmpty()) {
          named = named(upper + own, titleLine);
        }
        if (named == null && use == Above.WHERE_BLANK) {
          return null;
        }
      }
    }
    return named;
  }

  private @Nullable Named<C> named(String text, int line) {
    Optional<C> plain = spec.named(text);
    if (plain.isPresent()) {
      return new Named<>(plain.get(), line, Optional.empty());
    }
    return spec.namedInOtherUnit(text)
        .map(other -> new Named<>(other.column(), line, Optional.of(other.unit())))
        .orElse(null);
  }

  /** Whether a line below has a text under one of the titles that count, beside another. */
  boolean hasSubTitles(SheetRow below) {
    HeaderLines<C> together = with(below);
    for (int column = 0; column < together.width; column++) {
      Named<C> named = named(column);
      if (named != null
          && spec.isKey(named.column)
          && !together.text(lines.size(), column).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Whether every cell of a row is a text that may be a title: no figures but years and months. */
  static boolean isOfTitles(SheetRow row) {
    boolean any = false;
    for (CellValue cell : row.cells()) {
      if (cell.isBlank()) {
        continue;
      }
      String text = CellWords.squeezed(HeaderWords.title(cell));
      if (isTooManyDigits(text) || CellWords.digits(text) == text.length()) {
        return false;
      }
      any = true;
    }
    return any;
  }

  /** More digits than the years and months of a title have. */
  static boolean isTooManyDigits(String text) {
    boolean period = text.indexOf('年') >= 0 || text.indexOf('月') >= 0;
    return CellWords.digits(text) > (period ? DIGITS_OF_PERIODS : DIGITS_OF_A_YEAR);
  }

  private int lastTitle() {
    for (int column = width - 1; column >= 0; column--) {
      for (int line = 0; line < lines.size(); line++) {
        if (!text(line, column).isEmpty() && (line >= titleLine || use != Above.NOTHING)) {
          return column;
        }
      }
    }
    return -1;
  }

  private String text(int line, int column) {
    return HeaderWords.title(lines.get(line).cell(column));
  }
}
