package basedecl.ledger.remote;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The run that hands out its files now, if there is one. */
public final class CallLedger {

  private final JdbcClient jdbc;

  public CallLedger(JdbcTemplate template) {
    this.jdbc = JdbcClient.create(template);
  }

  /** Puts the call in the place of whatever an earlier run left. */
  public void publish(RemoteCall call) {
    jdbc.sql("DELETE FROM remote_call").update();
    jdbc.sql(
            "INSERT INTO remote_call (run_id, attempt, fence, job, policy, contribution_year,"
                + " business_date, program, policies, roster, reading, work_mark) VALUES (:run,"
                + " :attempt, :fence, :job, :policy, :year, :date, :program, :policies, :roster,"
                + " :reading, :mark)")
        .param("run", call.runId())
        .param("attempt", call.attempt())
        .param("fence", call.fence())
        .param("job", call.job())
        .param("policy", call.policy())
        .param("year", call.year())
        .param("date", call.businessDate())
        .param("program", call.alike().program())
        .param("policies", call.alike().policies())
        .param("roster", call.alike().roster())
        .param("reading", call.alike().reading())
        .param("mark", call.alike().workMark())
        .update();
  }

  /** Nothing is handed out any more under this fence. */
  public void withdraw(long fence) {
    jdbc.sql("DELETE FROM remote_call WHERE fence = :fence").param("fence", fence).update();
  }

  public Optional<RemoteCall> current() {
    return jdbc.sql("SELECT * FROM remote_call ORDER BY fence DESC LIMIT 1")
        .query(CallLedger::call)
        .optional();
  }

  private static RemoteCall call(ResultSet row, int number) throws SQLException {
    return new RemoteCall(
        row.getLong("run_id"),
        row.getInt("attempt"),
        row.getLong("fence"),
        row.getString("job"),
        row.getString("policy"),
        row.getInt("contribution_year"),
        row.getDate("business_date").toLocalDate(),
        new RemoteCall.Alike(
            row.getString("program"),
            row.getString("policies"),
            row.getString("roster"),
            row.getString("reading"),
            row.getString("work_mark")));
  }
}
