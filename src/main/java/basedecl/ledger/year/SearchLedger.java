package basedecl.ledger.year;

import basedecl.declaration.procedure.VersionStanding;
import basedecl.ledger.database.LedgerKeys;
import basedecl.person.IdNumber;
import basedecl.policy.Population;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * People and employers looked for in all years. There is no index on numbers or names of people,
 * which would make each night's insert several times as dear: a search reads through the table.
 */
public final class SearchLedger {

  private static final List<String> STANDING = VersionStanding.standing().map(Enum::name).toList();

  private final JdbcClient jdbc;

  public SearchLedger(JdbcTemplate template) {
    this.jdbc = JdbcClient.create(template);
  }

  /**
   * A person's line of a declaration that stands.
   *
   * @param lineKey by which it is found again
   */
  public record FoundPerson(
      long lineKey,
      String name,
      IdNumber idNumber,
      String sheet,
      int row,
      FoundDeclaration declaration) {}

  /** The declaration that a line is of. */
  public record FoundDeclaration(
      String employerCode,
      String employerName,
      String policy,
      int year,
      Population population,
      int version) {}

  /** An employer of the roster, or one that declared without being on it. */
  public record FoundEmployer(String code, String name, String agency) {}

  private record Line(long key, String name, IdNumber idNumber, String sheet, int row) {}

  /**
   * Whoever has that number, in the order in which they were declared.
   *
   * @param most lines that are looked at
   */
  public List<FoundPerson> byNumber(IdNumber number, int most) {
    return standing(lines("id_number = :asked", number.whole(), most));
  }

  /** Whoever has exactly that name. */
  public List<FoundPerson> byName(String name, int most) {
    return standing(lines("person_name = :asked", name, most));
  }

  private List<Line> lines(String condition, String asked, int most) {
    return jdbc.sql(
            "SELECT line_key, person_name, id_number, sheet, row_no FROM declared_person WHERE "
                + condition
                + " ORDER BY line_key DESC LIMIT "
                + most)
        .param("asked", asked)
        .query(SearchLedger::line)
        .list();
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    return new Line(
        row.getLong("line_key"),
        row.getString("person_name"),
        new IdNumber(row.getString("id_number")),
        row.getString("sheet"),
        row.getInt("row_no"));
  }

  /** Those whose declaration stands: one that was replaced or refused tells nothing of today. */
  private List<FoundPerson> standing(List<Line> lines) {
    Map<Long, FoundDeclaration> declarations =
        declarations(lines.stream().map(line -> LedgerKeys.declarationOf(line.key())).toList());
    List<FoundPerson> found = new ArrayList<>();
    for (Line line : lines) {
      Optional.ofNullable(declarations.get(LedgerKeys.declarationOf(line.key())))
          .ifPresent(
              declaration ->
                  found.add(
                      new FoundPerson(
                          line.key(),
                          line.name(),
                          line.idNumber(),
                          line.sheet(),
                          line.row(),
                          declaration)));
    }
    return found;
  }

  private Map<Long, FoundDeclaration> declarations(Collection<Long> ids) {
    Map<Long, FoundDeclaration> found = new HashMap<>();
    if (ids.isEmpty()) {
      return found;
    }
    jdbc.sql(
            "SELECT d.declaration_id, d.employer_code, COALESCE(e.employer_name, d.employer_name) AS"
                + " shown_name, d.policy, d.contribution_year, d.population, d.version FROM declaration"
                + " d LEFT JOIN employer e ON e.employer_code = d.employer_code WHERE d.declaration_id"
                + " IN (:ids) AND d.standing IN (:standing)")
        .param("ids", ids)
        .param("standing", STANDING)
        .query(
            row -> {
              found.put(
                  row.getLong("declaration_id"),
                  new FoundDeclaration(
                      row.getString("employer_code"),
                      row.getString("shown_name"),
                      row.getString("policy"),
                      row.getInt("contribution_year"),
                      Population.valueOf(row.getString("population")),
                      row.getInt("version")));
            });
    return found;
  }

  /** Employers whose code begins with the text or whose name, or one it had, contains it. */
  public List<FoundEmployer> employers(String text, int most) {
    String harmless = text.replaceAll("[!%_]", "!$0");
    Map<String, FoundEmployer> found = new TreeMap<>();
    jdbc.sql(
            "SELECT DISTINCT employer_code, employer_name FROM declaration WHERE employer_code <> ''"
                + " AND (employer_code LIKE :code ESCAPE '!' OR employer_name LIKE :name ESCAPE '!')"
                + " ORDER BY employer_code LIMIT "
                + most)
        .param("code", harmless + "%")
        .param("name", "%" + harmless + "%")
        .query(
            row -> {
              String code = row.getString("employer_code");
              found.put(code, new FoundEmployer(code, row.getString("employer_name"), ""));
            });
    jdbc.sql(
            "SELECT employer_code, employer_name, agency FROM employer e WHERE employer_code LIKE"
                + " :code ESCAPE '!' OR employer_name LIKE :name ESCAPE '!' OR EXISTS (SELECT 1 FROM"
                + " employer_change c WHERE c.employer_code = e.employer_code AND (c.name_before LIKE"
                + " :name ESCAPE '!' OR (c.kind = 'RENAMED' AND c.new_name LIKE :name ESCAPE '!')))"
                + " ORDER BY employer_code LIMIT "
                + most)
        .param("code", harmless + "%")
        .param("name", "%" + harmless + "%")
        .query(
            row -> {
              String code = row.getString("employer_code");
              found.put(
                  code,
                  new FoundEmployer(code, row.getString("employer_name"), row.getString("agency")));
            });
    return found.values().stream().limit(most).toList();
  }
}
