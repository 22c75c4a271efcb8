package basedecl.ledger.intake;

import basedecl.assessment.Adjustment;
import basedecl.assessment.Dues;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.declaration.procedure.VersionStanding;
import basedecl.declaration.row.MonthsInService;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.ledger.database.ColumnText;
import basedecl.ledger.database.FindingRows;
import basedecl.ledger.database.LedgerKeys;
import basedecl.money.Money;
import basedecl.policy.Population;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Stores what a night reads, out of sight until it is published: people, declarations and findings
 * of one file after the other. Everything of a file can be thrown away again by its number.
 */
public final class StagingLedger {

  private static final int BATCH = 1_000;
  private static final int CODE = 64;
  private static final int NAME = 200;

  /** What is stored of a declaration's lines. */
  private static final List<String> BY_LINE = List.of("declared_person", "person_months");

  private final JdbcTemplate template;
  private final PersonInsert people;
  private final MonthsInServiceLedger months;

  public StagingLedger(JdbcTemplate template) {
    this.template = template;
    this.people = new PersonInsert(template);
    this.months = new MonthsInServiceLedger(template);
  }

  /** What all declarations of a run share. */
  public record Scope(
      long runId,
      String policy,
      int year,
      Population population,
      YearMonth month,
      LocalDate businessDate) {}

  /** A point of the caller's transaction that it can go back to. */
  public Savepoint savepoint() {
    return Objects.requireNonNull(
        template.execute((ConnectionCallback<Savepoint>) Connection::setSavepoint));
  }

  /** Takes back what the caller's transaction did since. */
  public void rollBackTo(Savepoint point) {
    template.execute(
        (ConnectionCallback<Boolean>)
            connection -> {
              connection.rollback(point);
              return true;
            });
  }

  public void storePeople(List<StagedPerson> people) {
    this.people.store(people);
    Map<Long, MonthsInService> served = new HashMap<>();
    for (StagedPerson person : people) {
      if (!person.line().months().isAlways()) {
        served.put(person.lineKey(), person.line().months());
      }
    }
    if (!served.isEmpty()) {
      months.add(served);
    }
  }

  public void storeDeclarations(Scope scope, Collection<StagedDeclaration> declarations) {
    template.batchUpdate(
        "INSERT INTO declaration (declaration_id, file_id, run_id, policy, contribution_year,"
            + " population, employer_code, employer_name, standing, state, state_date, version,"
            + " assessed_month, rows_read, persons, at_lower, at_upper, declared_below_lower,"
            + " declared_total, base_total, employer_due, personal_due, flagged) VALUES (?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        declarations,
        BATCH,
        (statement, declaration) -> {
          statement.setLong(1, declaration.declarationId());
          statement.setLong(2, declaration.fileId());
          statement.setLong(3, scope.runId());
          statement.setString(4, scope.policy());
          statement.setInt(5, scope.year());
          statement.setString(6, scope.population().name());
          statement.setString(7, ofRefused(declaration, CODE, declaration.employerCode()));
          statement.setString(8, ofRefused(declaration, NAME, declaration.employerName()));
          statement.setString(9, VersionStanding.onArrival(declaration.rejected()).name());
          statement.setString(10, DeclarationState.onArrival(declaration.rejected()).name());
          statement.setObject(11, scope.businessDate());
          statement.setString(12, scope.month().toString());
          statement.setLong(13, declaration.rowsRead());
          statement.setLong(14, declaration.totals().persons());
          statement.setLong(15, declaration.totals().atLower());
          statement.setLong(16, declaration.totals().atUpper());
          statement.setLong(17, declaration.totals().declaredBelowLower());
          statement.setBigDecimal(18, declaration.totals().declaredTotal().amount());
          statement.setBigDecimal(19, declaration.totals().baseTotal().amount());
          setDues(statement, 20, declaration.totals().dues());
          statement.setString(22, declaration.flagged() ? "Y" : "N");
        });
  }

  /** What was refused is only told of; what was accepted is kept whole or not at all. */
  private static String ofRefused(StagedDeclaration declaration, int longest, String text) {
    return declaration.rejected() ? ColumnText.atMost(longest, text) : text;
  }

  /** A finding under its number within its file. */
  public record NumberedFinding(long fileId, int number, Finding finding) {}

  public void storeFindings(Collection<NumberedFinding> findings) {
    template.batchUpdate(
        "INSERT INTO finding (file_id, finding_no, employer_code, code, sheet, row_no, column_no,"
            + " arguments) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        findings,
        BATCH,
        (statement, numbered) -> {
          Finding finding = numbered.finding();
          statement.setLong(1, numbered.fileId());
          statement.setInt(2, numbered.number());
          statement.setString(3, FindingRows.employer(finding));
          statement.setString(4, finding.code().name());
          statement.setString(5, FindingRows.sheet(finding));
          statement.setInt(6, finding.place().row());
          statement.setInt(7, finding.place().column());
          statement.setString(8, FindingRows.words(finding));
        });
  }

  /** Puts these findings in the place of those of these codes that the files had before. */
  public void replaceFindings(
      Collection<Long> files, Set<FindingCode> codes, Map<Long, List<Finding>> byFile) {
    String marks = String.join(", ", Collections.nCopies(codes.size(), "?"));
    template.batchUpdate(
        "DELETE FROM finding WHERE file_id = ? AND code IN (" + marks + ")",
        files,
        BATCH,
        (statement, file) -> {
          statement.setLong(1, file);
          int place = 1;
          for (FindingCode code : codes) {
            statement.setString(++place, code.name());
          }
        });
    List<NumberedFinding> numbered = new ArrayList<>();
    byFile.forEach(
        (fileId, findings) -> {
          int last = lastFindingNumber(fileId);
          for (Finding finding : findings) {
            numbered.add(new NumberedFinding(fileId, ++last, finding));
          }
        });
    storeFindings(numbered);
  }

  /** Those of these files, at least one, that have findings. */
  Set<Long> withFindings(Collection<Long> files) {
    Set<Long> with =
        new HashSet<>(
            template.queryForList(
                "SELECT DISTINCT file_id FROM finding WHERE file_id BETWEEN ? AND ?",
                Long.class,
                Collections.min(files),
                Collections.max(files)));
    with.retainAll(new HashSet<>(files));
    return with;
  }

  int lastFindingNumber(long fileId) {
    Integer last =
        template.queryForObject(
            "SELECT COALESCE(MAX(finding_no), 0) FROM finding WHERE file_id = ?",
            Integer.class,
            fileId);
    return last == null ? 0 : last;
  }

  /** Takes back the people of declarations that turned out to be refused. */
  public void removePeople(Collection<Long> declarationIds) {
    for (String table : BY_LINE) {
      template.batchUpdate(
          "DELETE FROM " + table + " WHERE line_key BETWEEN ? AND ?",
          declarationIds,
          BATCH,
          (statement, id) -> {
            statement.setLong(1, LedgerKeys.firstLineOf(id));
            statement.setLong(2, LedgerKeys.lastLineOf(id));
          });
    }
  }

  /** Takes back everything stored of these files. */
  public void discard(Collection<Long> fileIds) {
    for (String table : BY_LINE) {
      template.batchUpdate(
          "DELETE FROM " + table + " WHERE line_key BETWEEN ? AND ?",
          fileIds,
          BATCH,
          (statement, id) -> {
            statement.setLong(1, LedgerKeys.firstLineOf(LedgerKeys.declarationId(id, 0)));
            statement.setLong(
                2, LedgerKeys.lastLineOf(LedgerKeys.declarationId(id, LedgerKeys.MAX_EMPLOYERS)));
          });
    }
    for (String table : List.of("declaration", "finding")) {
      template.batchUpdate(
          "DELETE FROM " + table + " WHERE file_id = ?",
          fileIds,
          BATCH,
          (statement, id) -> statement.setLong(1, id));
    }
  }

  /**
   * One letter for what the limits did: D as declared, E as declared and equal to the lower limit.
   */
  public static String adjustmentMark(Adjustment adjustment, boolean atLower) {
    return switch (adjustment) {
      case AS_DECLARED -> atLower ? "E" : "D";
      case RAISED_TO_LOWER -> "R";
      case LOWERED_TO_UPPER -> "L";
    };
  }

  static void setDues(PreparedStatement statement, int first, Dues dues) throws SQLException {
    statement.setBigDecimal(first, dues.employer().map(Money::amount).orElse(null));
    statement.setBigDecimal(first + 1, dues.personal().map(Money::amount).orElse(null));
  }
}
