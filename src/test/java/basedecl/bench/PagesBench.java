package basedecl.bench;

import basedecl.account.Role;
import basedecl.desk.DeskUnderTest;
import basedecl.desk.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long the centre's pages take on the ledger of a large city: 50,000 employers that all
 * declared and were all flagged, the first of them with 20,000 people, the others with 10. Asked
 * one after the other by somebody of each role; prints a table and asserts nothing.
 */
public final class PagesBench {

  private static final int EMPLOYERS = 50_000;
  private static final int PEOPLE_OF_THE_FIRST = 20_000;
  private static final int WARM = 3;
  private static final int ROUNDS = 7;

  /** Its declaration's number; people are numbered below it. */
  private static final long FIRST = 65_536;

  private static final Map<Role, List<String>> PAGES = new LinkedHashMap<>();

  static {
    PAGES.put(
        Role.REVIEWER,
        List.of(
            "/",
            "/review",
            "/review?page=500",
            "/review?agency=%E5%8C%BA3",
            "/review?state=all&page=900",
            "/review/E000001"));
    PAGES.put(
        Role.AUDITOR,
        List.of(
            "/",
            "/audit",
            "/audit?page=500",
            "/audit?agency=%E5%8C%BA3&signal=below-tax&share=80&outcome=none",
            "/audit?outcome=explained&page=100",
            "/audit/E000001",
            "/audit/E000001/people",
            "/audit/E000001/people?page=160",
            "/explain/employer/E000001",
            "/explain/employer/E000001/people?page=100",
            "/explain/employer/E000001/versions/1/lines/19000"));
    PAGES.put(
        Role.OPERATOR,
        List.of(
            "/",
            "/runs",
            "/runs/1",
            "/runs/1/receipts?page=500",
            "/runs/waiting",
            "/runs/reminders",
            "/policies",
            "/policies/weifang-employee-medical"));
    PAGES.put(Role.ADMINISTRATOR, List.of("/", "/accounts", "/record", "/record?kind=looked-at"));
  }

  private PagesBench() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("pages-bench");
    // Whoever asks after a change finds no answer remembered.
    String database =
        "database=jdbc:h2:file:" + folder.resolve("ledger") + ";OPTIMIZE_REUSE_RESULTS=FALSE";
    try (DeskUnderTest desk = DeskUnderTest.start(folder, database)) {
      fill(desk.template());
      System.out.println("Measured on " + BenchTables.machine() + ".\n");
      System.out.println("| who | page | middle, ms | slowest, ms |");
      System.out.println("|---|---|--:|--:|");
      for (Map.Entry<Role, List<String>> each : PAGES.entrySet()) {
        Visitor visitor = new Visitor(desk);
        visitor.signIn(desk.ready(each.getKey().word(), each.getKey()));
        for (String page : each.getValue()) {
          row(visitor, each.getKey(), page);
        }
      }
    }
    System.exit(0);
  }

  private static void row(Visitor visitor, Role role, String page)
      throws IOException, InterruptedException {
    List<Long> taken = new ArrayList<>();
    int status = 0;
    for (int round = 0; round < WARM + ROUNDS; round++) {
      long begun = System.nanoTime();
      HttpResponse<String> answer = visitor.get(page);
      status = answer.statusCode();
      if (round >= WARM) {
        taken.add((System.nanoTime() - begun) / 1_000_000);
      }
    }
    taken.sort(null);
    System.out.printf(
        "| %s | `%s`%s | %d | %d |%n",
        role.word(),
        page,
        status == 200 ? "" : " status " + status,
        taken.get(taken.size() / 2),
        taken.get(taken.size() - 1));
  }

  private static void fill(JdbcTemplate ledger) {
    for (String job : List.of("declaration", "audit")) {
      ledger.update(
          "INSERT INTO ledger_run (run_id, job, policy, policy_version, contribution_year,"
              + " business_date, attempt, state, started_at) VALUES (?, ?,"
              + " 'weifang-employee-medical', 'x', 2024, '2024-01-24', 1, 'COMPLETED',"
              + " CURRENT_TIMESTAMP)",
          job.equals("audit") ? 2 : 1,
          job);
    }
    each(ledger, "employer", "%E, '单位' || X, NULL, '区' || MOD(X, 12), 'N', 'Y', 1000, 100000");
    each(
        ledger,
        "intake_file",
        "X, 1, X, 'f' || X || '.xlsx', 'c', 1, 1, REPEAT('a', 64), 'DONE', 'ACCEPTED', 10, 10, 0");
    ledger.update(
        sql(
            "INSERT INTO declaration (declaration_id, file_id, run_id, policy, contribution_year,"
                + " population, employer_code, employer_name, standing, state, state_date, version,"
                + " assessed_month, rows_read, persons, at_lower, at_upper, declared_below_lower,"
                + " declared_total, base_total, employer_due, personal_due, flagged) SELECT X * %D,"
                + " X, 1, %P, 2024, 'EMPLOYEES', %E, '单位' || X, 'CURRENT', CASE WHEN X <= 30000"
                + " THEN 'UNDER_REVIEW' ELSE 'ACCEPTED' END, '2024-01-24', 1, '2024-01', 10, %N,"
                + " %L, 0, 0, 50000, 50000, 4000, 1000, 'Y' FROM %R"));
    ledger.update(
        sql(
            "INSERT INTO declared_person SELECT %D * CAST(2097152 AS BIGINT) + X, '员工' || X,"
                + " 'PASSPORT', 'E' || (10000000 + X), 4242, 4242, CASE WHEN MOD(X, 5) = 0 THEN ' '"
                + " ELSE 'R' END, 339.36, 84.84, '', 'Sheet1', X + 1 FROM SYSTEM_RANGE(1, "
                + PEOPLE_OF_THE_FIRST
                + ")"));
    ledger.update(
        sql("INSERT INTO audit_run VALUES (2, %P, 2024, '2024-01-24', 2, REPEAT('b', 64))"));
    each(
        ledger,
        "audit_signal",
        "2, %E, 'lower-limit-share', '单位' || X, X * %D, 1, '80%', '超过70%', '2024-01-24'");
    each(
        ledger,
        "audit_signal",
        "2, %E, 'below-tax', '单位' || X, X * %D, 1, '9人', '1人', '2024-01-24'");
    each(
        ledger,
        "audit_employer",
        "2, X, %E, '单位' || X, %N, %L, 'Y', 2, 1 + MOD(X, 2), 0, 10, 9, 5, 100, MOD(X * 7919,"
            + " 100000), 80, 20");
    ledger.update(
        sql(
            "INSERT INTO audit_outcome (outcome_id, policy, contribution_year, employer_code, kind,"
                + " outcome_date, account_name, recorded_at, note) SELECT X, %P, 2024, %E,"
                + " 'EXPLAINED', '2024-01-24', 'x', CURRENT_TIMESTAMP, 'n' FROM SYSTEM_RANGE(1,"
                + " 20000, 3)"));
  }

  private static void each(JdbcTemplate ledger, String table, String values) {
    ledger.update(sql("INSERT INTO " + table + " SELECT " + values + " FROM %R"));
  }

  private static String sql(String text) {
    return text.replace("%R", "SYSTEM_RANGE(1, " + EMPLOYERS + ")")
        .replace("%E", "'E' || LPAD(X, 6, '0')")
        .replace("%P", "'weifang-employee-medical'")
        .replace("%D", Long.toString(FIRST))
        .replace("%N", "CASE WHEN X = 1 THEN " + PEOPLE_OF_THE_FIRST + " ELSE 10 END")
        .replace("%L", "CASE WHEN X = 1 THEN 16000 ELSE 8 END");
  }
}
