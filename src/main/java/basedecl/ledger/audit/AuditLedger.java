package basedecl.ledger.audit;

import basedecl.audit.signal.TaxComparison;
import basedecl.ledger.run.RunRecord;
import basedecl.money.Money;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What audits found, year by year, and how it changed from one to the next. */
public final class AuditLedger {

  private static final Comparator<AuditRecord> ORDER =
      Comparator.comparing(AuditRecord::employerCode).thenComparing(AuditRecord::signal);

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  public AuditLedger(JdbcTemplate template) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
  }

  private record Generation(long number, LocalDate date, String digest) {}

  /**
   * Puts down what {@code run} found, in the caller's transaction, and tells what is new, standing
   * and cleared against the audit before. The same findings on the same day repeat the audit before
   * and are held against the one before that, so that running twice changes nothing.
   *
   * @param employers all that were looked at
   */
  public AuditFollowUp record(
      RunRecord run, List<AuditRecord> found, List<AuditedEmployer> employers) {
    forget(run.runId());
    List<AuditRecord> ordered = new ArrayList<>(found);
    ordered.sort(ORDER);
    String digest = digest(ordered);
    Optional<Generation> before = newest(run, Long.MAX_VALUE);
    Optional<Generation> repeated =
        before.filter(g -> g.digest().equals(digest) && g.date().equals(run.businessDate()));
    Optional<Generation> baseline =
        repeated.isPresent() ? newest(run, repeated.get().number()) : before;
    long generation = repeated.map(Generation::number).orElse(run.runId());
    Map<String, AuditRecord> earlier = new HashMap<>();
    baseline.ifPresent(g -> of(g.number()).forEach(each -> earlier.put(each.key(), each)));
    List<AuditRecord> standing = new ArrayList<>();
    Set<String> fresh = new HashSet<>();
    for (AuditRecord each : ordered) {
      AuditRecord known = earlier.remove(each.key());
      standing.add(each.since(known == null ? run.businessDate() : known.firstDate()));
      if (known == null) {
        fresh.add(each.key());
      }
    }
    if (repeated.isEmpty()) {
      insert(generation, standing);
      insertEmployers(
          generation,
          employers,
          counts(standing),
          counts(fresh(standing, fresh)),
          counts(earlier.values()));
    }
    jdbc.sql(
            "INSERT INTO audit_run (run_id, policy, contribution_year, business_date, generation,"
                + " digest) VALUES (:run, :policy, :year, :date, :generation, :digest)")
        .param("run", run.runId())
        .param("policy", run.policy())
        .param("year", run.year())
        .param("date", run.businessDate())
        .param("generation", generation)
        .param("digest", digest)
        .update();
    return new AuditFollowUp(standing, fresh, earlier.values().stream().sorted(ORDER).toList());
  }

  /** For each employer the earlier years in which an audit of this policy found signals last. */
  public Map<String, Map<Integer, Long>> earlierYears(String policy, int year) {
    Map<String, Map<Integer, Long>> years = new HashMap<>();
    jdbc.sql(
            "SELECT s.employer_code, r.contribution_year, COUNT(*) AS signals FROM audit_signal s JOIN"
                + " (SELECT contribution_year, generation FROM audit_run WHERE run_id IN (SELECT"
                + " MAX(run_id) FROM audit_run WHERE policy = :policy AND contribution_year < :year"
                + " GROUP BY contribution_year)) r ON r.generation = s.generation GROUP BY"
                + " s.employer_code, r.contribution_year ORDER BY s.employer_code,"
                + " r.contribution_year")
        .param("policy", policy)
        .param("year", year)
        .query(
            row -> {
              years
                  .computeIfAbsent(row.getString("employer_code"), key -> new java.util.TreeMap<>())
                  .put(row.getInt("contribution_year"), row.getLong("signals"));
            });
    return years;
  }

  /** What an attempt of the same run that was cut off put down. */
  private void forget(long runId) {
    jdbc.sql("DELETE FROM audit_run WHERE run_id = :run").param("run", runId).update();
    jdbc.sql("DELETE FROM audit_signal WHERE generation = :run").param("run", runId).update();
    jdbc.sql("DELETE FROM audit_employer WHERE generation = :run").param("run", runId).update();
  }

  private Optional<Generation> newest(RunRecord run, long below) {
    return jdbc.sql(
            "SELECT generation, business_date, digest FROM audit_run WHERE policy = :policy AND"
                + " contribution_year = :year AND run_id < :run AND generation < :below ORDER BY"
                + " run_id DESC LIMIT 1")
        .param("policy", run.policy())
        .param("year", run.year())
        .param("run", run.runId())
        .param("below", below)
        .query(
            (row, number) ->
                new Generation(
                    row.getLong("generation"),
                    row.getObject("business_date", LocalDate.class),
                    row.getString("digest")))
        .optional();
  }

  private List<AuditRecord> of(long generation) {
    return jdbc.sql("SELECT * FROM audit_signal WHERE generation = :generation")
        .param("generation", generation)
        .query(AuditLedger::read)
        .list();
  }

  private void insert(long generation, List<AuditRecord> records) {
    template.batchUpdate(
        "INSERT INTO audit_signal (generation, employer_code, signal_word, employer_name,"
            + " declaration_id, version, value_text, threshold_text, first_date) VALUES (?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?)",
        records,
        1_000,
        (statement, each) -> {
          statement.setLong(1, generation);
          statement.setString(2, each.employerCode());
          statement.setString(3, each.signal());
          statement.setString(4, each.employerName());
          statement.setLong(5, each.declarationId());
          statement.setInt(6, each.version());
          statement.setString(7, each.value());
          statement.setString(8, each.threshold());
          statement.setDate(9, Date.valueOf(each.firstDate()));
        });
  }

  private static List<AuditRecord> fresh(List<AuditRecord> standing, Set<String> keys) {
    return standing.stream().filter(each -> keys.contains(each.key())).toList();
  }

  private static Map<String, Integer> counts(Collection<AuditRecord> records) {
    Map<String, Integer> counts = new HashMap<>();
    records.forEach(each -> counts.merge(each.employerCode(), 1, Integer::sum));
    return counts;
  }

  private record Ranked(int rank, AuditedEmployer employer) {}

  /**
   * Those of the 70 % rule first, then by signals, by the base that is lacking, by people, by code.
   */
  private static Comparator<AuditedEmployer> rank(Map<String, Integer> signals) {
    return Comparator.comparing((AuditedEmployer each) -> !each.flagged())
        .thenComparing(each -> -signals.getOrDefault(each.employerCode(), 0))
        .thenComparing(
            each ->
                each.tax().map(tax -> tax.baseShort().amount().negate()).orElse(BigDecimal.ZERO))
        .thenComparing(each -> -each.persons())
        .thenComparing(AuditedEmployer::employerCode);
  }

  private void insertEmployers(
      long generation,
      List<AuditedEmployer> employers,
      Map<String, Integer> signals,
      Map<String, Integer> fresh,
      Map<String, Integer> cleared) {
    List<Ranked> ranked = new ArrayList<>();
    employers.stream()
        .filter(
            each ->
                signals.containsKey(each.employerCode())
                    || cleared.containsKey(each.employerCode()))
        .sorted(rank(signals))
        .forEach(each -> ranked.add(new Ranked(ranked.size() + 1, each)));
    template.batchUpdate(
        "INSERT INTO audit_employer (generation, rank_no, employer_code, employer_name, persons,"
            + " at_lower, flagged, signals, fresh, cleared, tax_persons, tax_matched, below_tax,"
            + " wage_gap, base_short, employer_short, personal_short) VALUES (?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ranked,
        1_000,
        (statement, row) -> {
          AuditedEmployer each = row.employer();
          statement.setLong(1, generation);
          statement.setInt(2, row.rank());
          statement.setString(3, each.employerCode());
          statement.setString(4, each.employerName());
          statement.setLong(5, each.persons());
          statement.setLong(6, each.atLower());
          statement.setString(7, each.flagged() ? "Y" : "N");
          statement.setInt(8, signals.getOrDefault(each.employerCode(), 0));
          statement.setInt(9, fresh.getOrDefault(each.employerCode(), 0));
          statement.setInt(10, cleared.getOrDefault(each.employerCode(), 0));
          Optional<TaxComparison> tax = each.tax();
          statement.setObject(11, tax.map(TaxComparison::taxPersons).orElse(null));
          statement.setObject(12, tax.map(TaxComparison::matched).orElse(null));
          statement.setObject(13, tax.map(TaxComparison::belowTax).orElse(null));
          statement.setBigDecimal(14, tax.map(t -> t.wageGap().amount()).orElse(null));
          statement.setBigDecimal(15, tax.map(t -> t.baseShort().amount()).orElse(null));
          statement.setBigDecimal(
              16, tax.flatMap(t -> t.duesShort().employer()).map(Money::amount).orElse(null));
          statement.setBigDecimal(
              17, tax.flatMap(t -> t.duesShort().personal()).map(Money::amount).orElse(null));
        });
  }

  static AuditRecord read(ResultSet row, int number) throws SQLException {
    return new AuditRecord(
        row.getString("employer_code"),
        row.getString("employer_name"),
        row.getString("signal_word"),
        row.getLong("declaration_id"),
        row.getInt("version"),
        row.getString("value_text"),
        row.getString("threshold_text"),
        row.getObject("first_date", LocalDate.class));
  }

  private static String digest(List<AuditRecord> ordered) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    for (AuditRecord each : ordered) {
      DigestUtils.updateDigest(
          digest, each.key() + '\n' + each.declarationId() + '\n' + each.value() + '\n');
    }
    return Hex.encodeHexString(digest.digest());
  }
}
