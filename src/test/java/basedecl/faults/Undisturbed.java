package basedecl.faults;

import static java.util.Map.entry;

import basedecl.ledger.database.LedgerDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Everything a night leaves that must not depend on how often it was cut off: the ledger but for
 * times and attempts, the outputs byte for byte, the archive, and nothing else.
 *
 * @param ledger the rows of each table, keyed by table
 * @param files the digest of every file in the inbox, the claimed files, the archive and the
 *     output, keyed by its path
 */
record Undisturbed(Map<String, List<String>> ledger, Map<String, String> files) {

  private static final Map<String, String> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put(
        "runs",
        "SELECT job, policy, policy_version, contribution_year, business_date, state FROM"
            + " ledger_run ORDER BY run_id");
    TABLES.put(
        "files",
        "SELECT run_id, sequence_no, path, size_bytes, sha256, state, verdict, rows_read,"
            + " rows_accepted, rows_rejected FROM intake_file ORDER BY run_id, sequence_no");
    TABLES.put(
        "declarations",
        "SELECT f.path, f.sequence_no, d.policy, d.contribution_year, d.population,"
            + " d.employer_code, d.employer_name, d.standing, d.state, d.state_date, d.version,"
            + " d.assessed_month, d.rows_read, d.persons, d.at_lower, d.at_upper,"
            + " d.declared_below_lower, d.declared_total, d.base_total, d.employer_due,"
            + " d.personal_due, d.flagged FROM declaration d JOIN intake_file f ON f.file_id ="
            + " d.file_id ORDER BY f.sequence_no, d.declaration_id");
    TABLES.put(
        "people",
        "SELECT line_key, person_name, document_kind, id_number,"
            + " declared_wage, base, adjustment, employer_due, personal_due, remarks, sheet, row_no"
            + " FROM declared_person ORDER BY line_key");
    TABLES.put(
        "findings",
        "SELECT f.sequence_no, n.finding_no, n.employer_code, n.code, n.sheet, n.row_no,"
            + " n.column_no, n.arguments FROM finding n JOIN intake_file f ON f.file_id = n.file_id"
            + " ORDER BY f.sequence_no, n.finding_no");
    TABLES.put(
        "orphaned findings",
        "SELECT file_id FROM finding WHERE file_id NOT IN (SELECT file_id FROM intake_file)");
    TABLES.put(
        "events",
        "SELECT declaration_id, event_no, run_id, state, event_date, reason FROM declaration_event"
            + " ORDER BY declaration_id, event_no");
    TABLES.put("employers", "SELECT * FROM employer ORDER BY employer_code");
    TABLES.put(
        "artifacts",
        "SELECT run_id, direction, path, sha256 FROM run_artifact ORDER BY run_id, direction,"
            + " path");
    TABLES.put("lease", "SELECT lease_name, owner FROM lease");
    Map.ofEntries(
            entry("base_change", "line_key, effective_from"),
            entry("limit_change", "run_id"),
            entry("run_limits", "run_id, period"),
            entry("payment", "policy, payment_key"),
            entry("monthly_due", "policy, employer_code, period"),
            entry("overpayment_decision", "decision_id"),
            entry("deferral_decision", "decision_id"),
            entry("decision_revocation", "revoked_kind, revoked_id"),
            entry("line_finding", "run_id, finding_no"),
            entry("collection_batch", "policy, contribution_year, batch_no"),
            entry("collection_line", "policy, contribution_year, batch_no, employer_code, period"),
            entry("collection_receipt", "policy, receipt_key"),
            entry("declaration_material", "declaration_id, file_name"),
            entry("review_line", "line_digest"),
            entry("handed_file", "book, sha256"),
            entry("handed_finding", "book, sha256, finding_no"),
            entry("election", "election_id"),
            entry("top_up_bill", "bill"),
            entry("top_up_month", "region, kind, id_number, period"),
            entry("top_up_credit", "region, kind, id_number, period, bill"),
            entry("retirement", "region, contribution_year, id_number"),
            entry("special_charge", "charge_id"),
            entry("special_payment", "region, payment_key"),
            entry("flexible_payment", "region, payment_key"),
            entry("certificate", "code"),
            entry("audit_run", "run_id"),
            entry("audit_signal", "generation, employer_code, signal_word"),
            entry("audit_employer", "generation, rank_no"),
            entry("audit_outcome", "outcome_id"),
            entry("audit_outcome_line", "outcome_id, line_no"),
            entry("audit_outcome_month", "outcome_id, line_no, period"),
            entry("monthly_wage", "line_key, period"),
            entry("employer_change", "digest"),
            entry("person_months", "line_key, period_from"),
            entry("staff_change", "change_id"),
            entry("account", "account_id"),
            entry("account_employer", "account_id, employer_code"),
            entry("sign_in_failure", "source, source_key"),
            entry("account_event", "event_id"),
            entry("desk_upload", "upload_id"),
            entry("desk_submission", "submission_no"),
            entry("desk_submission_part", "submission_no, employer_code"),
            entry("desk_draft", "draft_id"),
            entry("desk_draft_row", "draft_id, row_no"),
            entry("desk_decision", "decision_id"),
            entry("person_code", "code_id"),
            entry("desk_election", "line_no"))
        .forEach((table, key) -> TABLES.put(table, "SELECT * FROM " + table + " ORDER BY " + key));
  }

  static Undisturbed of(Ground ground) throws IOException {
    Map<String, String> files = new TreeMap<>();
    digest(ground.output(), files);
    digest(ground.work().resolve("archive"), files);
    digest(ground.work().resolve("claimed"), files);
    digest(ground.inbox(), files);
    Map<String, List<String>> ledger = new LinkedHashMap<>();
    try (HikariDataSource database =
        LedgerDatabase.open(ground.database(), 2, ground.environment())) {
      JdbcTemplate jdbc = new JdbcTemplate(database);
      TABLES.forEach((table, sql) -> ledger.put(table, rows(jdbc, sql)));
    }
    return new Undisturbed(ledger, files);
  }

  /** The same without one file and what the ledger knows of it. */
  Undisturbed but(String file) {
    Map<String, String> others = new TreeMap<>(files);
    others.remove(file);
    return new Undisturbed(ledger, others);
  }

  /** How many runs the ledger knows. */
  int runs() {
    return ledger.getOrDefault("runs", List.of()).size();
  }

  /** What is another than in {@code other}, one line each, at most a few of a kind. */
  List<String> differences(Undisturbed other) {
    List<String> differences = new ArrayList<>();
    for (String table : ledger.keySet()) {
      List<String> here = ledger.getOrDefault(table, List.of());
      List<String> there = other.ledger.getOrDefault(table, List.of());
      if (here.equals(there)) {
        continue;
      }
      here.stream()
          .filter(row -> !there.contains(row))
          .limit(3)
          .forEach(row -> differences.add(table + " only here: " + row));
      there.stream()
          .filter(row -> !here.contains(row))
          .limit(3)
          .forEach(row -> differences.add(table + " only there: " + row));
      if (here.size() != there.size()) {
        differences.add(table + ": " + here.size() + " rows, not " + there.size());
      }
    }
    new TreeMap<>(files)
        .forEach(
            (file, digest) -> {
              if (!digest.equals(other.files.get(file))) {
                differences.add(
                    file + (other.files.containsKey(file) ? " differs" : " is too many"));
              }
            });
    other.files.keySet().stream()
        .filter(file -> !files.containsKey(file))
        .forEach(file -> differences.add(file + " is missing"));
    return differences;
  }

  private static List<String> rows(JdbcTemplate jdbc, String sql) {
    return jdbc.query(
        sql,
        (row, number) -> {
          List<String> cells = new ArrayList<>();
          for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            // MariaDB's driver tells six digits of a column that holds three.
            cells.add(
                String.valueOf(row.getString(i)).replaceFirst("(:\\d\\d\\.\\d{3})000$", "$1"));
          }
          return String.join(" | ", cells);
        });
  }

  private static void digest(Path folder, Map<String, String> files) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        String path = folder.getFileName() + "/" + folder.relativize(file);
        files.put(path, sha256(Files.readAllBytes(file)));
      }
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
