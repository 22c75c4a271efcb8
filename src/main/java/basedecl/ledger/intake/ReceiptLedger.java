package basedecl.ledger.intake;

import basedecl.declaration.procedure.Verdict;
import basedecl.declaration.procedure.VersionStanding;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.ledger.database.FindingRows;
import basedecl.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a run says to each sender: its verdict for each file and employer, and every finding. */
public final class ReceiptLedger {

  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final IntakeLedger intake;

  public ReceiptLedger(JdbcTemplate template, IntakeLedger intake) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
    this.intake = intake;
  }

  private record Part(
      long fileId,
      String employer,
      Verdict verdict,
      int version,
      long rowsRead,
      long persons,
      Money declaredTotal,
      Money baseTotal) {}

  /** One line for each employer of each file in the order of the files (contract 5). */
  public List<FileRecord> lines(long runId) {
    Map<Long, List<Part>> parts = new HashMap<>();
    for (Part part : parts(runId)) {
      parts.computeIfAbsent(part.fileId(), id -> new ArrayList<>()).add(part);
    }
    Codes codes = codes(runId);
    List<FileRecord> lines = new ArrayList<>();
    for (IntakeFile file : intake.filesOf(runId)) {
      List<Part> ofFile = parts.getOrDefault(file.fileId(), List.of());
      if (ofFile.isEmpty()) {
        lines.add(
            new FileRecord(
                file.path(),
                file.sha256().orElse(""),
                file.verdict().orElse(Verdict.REJECTED),
                "",
                0,
                file.rowsRead(),
                file.rowsAccepted(),
                file.rowsRejected(),
                Money.ZERO,
                Money.ZERO,
                codes.of(file.fileId())));
      }
      for (Part part : ofFile) {
        boolean rejected = part.verdict() == Verdict.REJECTED;
        lines.add(
            new FileRecord(
                file.path(),
                file.sha256().orElse(""),
                part.verdict(),
                part.employer(),
                part.version(),
                part.rowsRead(),
                rejected ? 0 : part.persons(),
                rejected ? part.rowsRead() : 0,
                rejected ? Money.ZERO : part.declaredTotal(),
                rejected ? Money.ZERO : part.baseTotal(),
                codes.of(file.fileId(), part.employer())));
      }
    }
    return lines;
  }

  /** Every finding of a file in the order it was found. */
  public List<Finding> findings(long fileId) {
    return jdbc.sql("SELECT * FROM finding WHERE file_id = :file ORDER BY finding_no")
        .param("file", fileId)
        .query(FindingRows::finding)
        .list();
  }

  private List<Part> parts(long runId) {
    return jdbc.sql(
            "SELECT d.*, r.run_id AS replaced_by_run FROM declaration d LEFT JOIN declaration r ON"
                + " d.standing = :replaced AND r.policy = d.policy AND r.contribution_year ="
                + " d.contribution_year AND r.population = d.population AND r.employer_code ="
                + " d.employer_code AND r.version = d.version + 1 WHERE d.run_id = :run ORDER BY"
                + " d.declaration_id")
        .param("run", runId)
        .param("replaced", VersionStanding.REPLACED.name())
        .query(
            (row, number) -> {
              Verdict verdict =
                  VersionStanding.valueOf(row.getString("standing"))
                      .verdict(row.getLong("replaced_by_run") == runId);
              return new Part(
                  row.getLong("file_id"),
                  row.getString("employer_code"),
                  verdict,
                  row.getInt("version"),
                  row.getLong("rows_read"),
                  row.getLong("persons"),
                  new Money(row.getBigDecimal("declared_total")),
                  new Money(row.getBigDecimal("base_total")));
            })
        .list();
  }

  private Codes codes(long runId) {
    Codes codes = new Codes(new HashMap<>());
    template.query(
        "SELECT DISTINCT n.file_id, n.employer_code, n.code, CASE WHEN n.row_no = 0 AND"
            + " n.employer_code = '' THEN 1 ELSE 0 END AS whole_file FROM finding n JOIN intake_file f"
            + " ON f.file_id = n.file_id WHERE f.run_id = ?",
        row -> {
          codes
              .byFile()
              .computeIfAbsent(row.getLong("file_id"), id -> new HashMap<>())
              .computeIfAbsent(
                  row.getInt("whole_file") == 1 ? Codes.WHOLE_FILE : row.getString("employer_code"),
                  employer -> new TreeSet<>())
              .add(FindingCode.valueOf(row.getString("code")));
        },
        runId);
    return codes;
  }

  /**
   * The codes found, by file and employer; those of the file as a whole under a key of their own.
   */
  private record Codes(Map<Long, Map<String, NavigableSet<FindingCode>>> byFile) {

    /** No employer code holds a line break. */
    static final String WHOLE_FILE = "\n";

    List<String> of(long fileId) {
      NavigableSet<FindingCode> all = new TreeSet<>();
      byFile.getOrDefault(fileId, Map.of()).values().forEach(all::addAll);
      return all.stream().map(FindingCode::name).toList();
    }

    /** Those of the employer and of the file as a whole. */
    List<String> of(long fileId, String employer) {
      Map<String, NavigableSet<FindingCode>> ofFile = byFile.getOrDefault(fileId, Map.of());
      NavigableSet<FindingCode> both =
          new TreeSet<>(ofFile.getOrDefault(employer, new TreeSet<>()));
      both.addAll(ofFile.getOrDefault(WHOLE_FILE, new TreeSet<>()));
      return both.stream().map(FindingCode::name).toList();
    }
  }
}
