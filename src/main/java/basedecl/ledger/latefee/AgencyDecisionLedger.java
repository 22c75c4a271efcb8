package basedecl.ledger.latefee;

import basedecl.assessment.latefee.AgencyDecisions;
import basedecl.assessment.latefee.DeferralDecision;
import basedecl.assessment.latefee.Deferrals;
import basedecl.assessment.latefee.OverpaymentDecision;
import basedecl.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the agency decided on employers' accounts, each decision once; one that is taken back stays.
 */
public final class AgencyDecisionLedger {

  private final JdbcClient jdbc;
  private final String policy;
  private final DecisionTable<OverpaymentDecision> overpayments;
  private final DecisionTable<DeferralDecision> deferrals;

  public AgencyDecisionLedger(JdbcTemplate template, String policy) {
    this.jdbc = JdbcClient.create(template);
    this.policy = policy;
    this.overpayments =
        new DecisionTable<>(
            jdbc, policy, "overpayment_decision", AgencyDecisionLedger::overpayment);
    this.deferrals =
        new DecisionTable<>(jdbc, policy, "deferral_decision", AgencyDecisionLedger::deferral);
  }

  /** The record that stands for a line, where one does. */
  public Optional<DecisionRecord<OverpaymentDecision>> overpaymentBefore(
      DecisionRecord<OverpaymentDecision> line) {
    return overpayments.before(line);
  }

  /** The record that stands for a line, where one does. */
  public Optional<DecisionRecord<DeferralDecision>> deferralBefore(
      DecisionRecord<DeferralDecision> line) {
    return deferrals.before(line);
  }

  /** Every decision on months of the year, and offsets towards them, in the order taken. */
  public List<DecisionRecord<OverpaymentDecision>> overpaymentsOfYear(int year) {
    return overpayments.where("(period LIKE ? OR target LIKE ?)", year + "-%", year + "-%");
  }

  /** What was decided for all employers on months of the year. */
  public AgencyDecisions ofYear(int year) {
    return decisions(
        overpaymentsOfYear(year),
        deferrals.where("period_from <= ? AND period_to >= ?", year + "-12", year + "-01"));
  }

  /** What was decided for one employer, of every year. */
  public AgencyDecisions ofEmployer(String employer) {
    return decisions(
        overpayments.where("employer_code = ?", employer),
        deferrals.where("employer_code = ?", employer));
  }

  private static AgencyDecisions decisions(
      Collection<DecisionRecord<OverpaymentDecision>> moved,
      Collection<DecisionRecord<DeferralDecision>> deferred) {
    return new AgencyDecisions(
        moved.stream().map(DecisionRecord::decision).toList(),
        new Deferrals(deferred.stream().map(DecisionRecord::decision).toList()));
  }

  /** What takes decisions on overpaid money back. */
  public RevocationLedger<OverpaymentDecision> overpaymentRevocations() {
    return new RevocationLedger<>(jdbc, policy, overpayments);
  }

  /** What takes decisions on deferred months back. */
  public RevocationLedger<DeferralDecision> deferralRevocations() {
    return new RevocationLedger<>(jdbc, policy, deferrals);
  }

  /** Takes a decision on overpaid money, in the caller's transaction. */
  public void addOverpayment(long runId, DecisionRecord<OverpaymentDecision> line) {
    OverpaymentDecision decision = line.decision();
    jdbc.sql(
            "INSERT INTO overpayment_decision (decision_id, policy, decision_key, line_key, run_id,"
                + " employer_code, period, target, amount, decided_on, decided_by, reference_no,"
                + " file_path, file_sha256, sheet, row_no) VALUES (:id, :policy, :key, :line, :run,"
                + " :employer, :period, :target, :amount, :day, :by, :reference, :file, :sha256,"
                + " :sheet, :row)")
        .param("id", overpayments.next())
        .param("policy", policy)
        .param("key", line.decisionKey())
        .param("line", line.lineKey())
        .param("run", runId)
        .param("employer", decision.employerCode())
        .param("period", decision.period().toString())
        .param("target", decision.target().map(YearMonth::toString).orElse(null))
        .param("amount", decision.amount().amount())
        .param("day", decision.decidedOn())
        .param("by", decision.decidedBy())
        .param("reference", decision.reference())
        .param("file", line.file())
        .param("sha256", line.sha256())
        .param("sheet", line.sheet())
        .param("row", line.row())
        .update();
  }

  /** Takes a decision on deferred months, in the caller's transaction. */
  public void addDeferral(long runId, DecisionRecord<DeferralDecision> line) {
    DeferralDecision decision = line.decision();
    jdbc.sql(
            "INSERT INTO deferral_decision (decision_id, policy, decision_key, line_key, run_id,"
                + " employer_code, period_from, period_to, action, until_day, decided_on,"
                + " reference_no, file_path, file_sha256, sheet, row_no) VALUES (:id, :policy,"
                + " :key, :line, :run, :employer, :from, :to, :action, :until, :day, :reference,"
                + " :file, :sha256, :sheet, :row)")
        .param("id", deferrals.next())
        .param("policy", policy)
        .param("key", line.decisionKey())
        .param("line", line.lineKey())
        .param("run", runId)
        .param("employer", decision.employerCode())
        .param("from", decision.from().toString())
        .param("to", decision.to().toString())
        .param("action", decision.action().name())
        .param("until", decision.until())
        .param("day", decision.decidedOn())
        .param("reference", decision.reference())
        .param("file", line.file())
        .param("sha256", line.sha256())
        .param("sheet", line.sheet())
        .param("row", line.row())
        .update();
  }

  private static OverpaymentDecision overpayment(ResultSet row) throws SQLException {
    return new OverpaymentDecision(
        row.getString("employer_code"),
        YearMonth.parse(row.getString("period")),
        new Money(row.getBigDecimal("amount")),
        Optional.ofNullable(row.getString("target")).map(YearMonth::parse),
        row.getObject("decided_on", LocalDate.class),
        row.getString("decided_by"),
        row.getString("reference_no"),
        revokedOn(row));
  }

  private static DeferralDecision deferral(ResultSet row) throws SQLException {
    return new DeferralDecision(
        row.getString("employer_code"),
        YearMonth.parse(row.getString("period_from")),
        YearMonth.parse(row.getString("period_to")),
        DeferralDecision.Action.valueOf(row.getString("action")),
        row.getObject("until_day", LocalDate.class),
        row.getObject("decided_on", LocalDate.class),
        row.getString("reference_no"),
        revokedOn(row));
  }

  private static Optional<LocalDate> revokedOn(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getObject("revoked_on", LocalDate.class));
  }
}
