package basedecl.desk.security;

import basedecl.account.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which address is open to whom; what is not in the table is not there for anybody. Whether
 * somebody may see the object behind an address (this employer, that upload), its page asks.
 *
 * <p>{@code /password} and {@code /second-factor} stand open since whoever comes there has not
 * signed in wholly yet; the pages send away whoever has not begun to.
 */
public final class AccessTable {

  /**
   * Pattern, for whom, and whether files or scans are sent there. The first pattern that fits
   * decides.
   */
  private static final String TABLE =
      """
      /                       | everybody        |
      /error                  | everybody        |
      /desk-*.css             | everybody        |
      /desk-*.svg             | everybody        |
      /desk-*.js              | everybody        |
      /webjars/htmx.org/**    | everybody        |
      /sign-in                | everybody        |
      /sign-in/person         | everybody        |
      /sign-out               | everybody        |
      /password               | everybody        |
      /second-factor/**       | everybody        |
      /sessions               | clerk reviewer operator auditor person administrator |
      /template/**            | everybody        |
      /check                  | everybody        | files
      /check/**               | everybody        |
      /verify/**              | everybody        |
      /declare/upload         | clerk            | files
      /declare/materials/**   | clerk            | scans
      /declare/**             | clerk            |
      /explain/**             | clerk reviewer operator auditor |
      /review/**              | reviewer         |
      /runs/files             | operator         | files
      /runs/flexible/letters  | operator         | files
      /runs/**                | operator         |
      /policies/**            | operator auditor |
      /audit/**               | auditor          |
      /flexible/quote         | everybody        |
      /flexible/**            | person           |
      /accounts/**            | administrator    |
      /record/**              | administrator    |
      """;

  private static final List<Row> ROWS = TABLE.lines().map(AccessTable::row).toList();

  private AccessTable() {}

  /**
   * @param roles empty where the address is open to everybody
   */
  record Row(PathPattern pattern, Set<Role> roles, boolean files, boolean scans) {

    boolean isPublic() {
      return roles.isEmpty();
    }

    boolean isFor(Optional<Role> role) {
      return isPublic() || role.filter(roles::contains).isPresent();
    }
  }

  static List<Row> rows() {
    return ROWS;
  }

  /** The row that decides on a path; empty for an address that is not there. */
  static Optional<Row> of(String path) {
    PathContainer parsed = PathContainer.parsePath(path);
    return ROWS.stream().filter(row -> row.pattern.matches(parsed)).findFirst();
  }

  /** Whether somebody of that role, or without any, may open the path. */
  static boolean allows(String path, Optional<Role> role) {
    return of(path).filter(row -> row.isFor(role)).isPresent();
  }

  private static Row row(String line) {
    String[] cells = line.split("\\|", -1);
    String whom = cells[1].strip();
    Set<Role> roles = EnumSet.noneOf(Role.class);
    if (!whom.equals("everybody")) {
      Arrays.stream(whom.split(" ", -1))
          .map(word -> Role.valueOf(word.toUpperCase(Locale.ROOT)))
          .forEach(roles::add);
    }
    return new Row(
        PathPatternParser.defaultInstance.parse(cells[0].strip()),
        Set.copyOf(roles),
        cells[2].strip().equals("files"),
        cells[2].strip().equals("scans"));
  }
}
