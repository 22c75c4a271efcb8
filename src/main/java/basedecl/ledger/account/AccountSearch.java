package basedecl.ledger.account;

import basedecl.account.Account;
import basedecl.account.Role;
import basedecl.account.SignInName;
import basedecl.ledger.database.Instants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Accounts looked for, page by page; there are as many as employers. */
public final class AccountSearch {

  private final JdbcClient jdbc;

  public AccountSearch(JdbcTemplate template) {
    this.jdbc = JdbcClient.create(template);
  }

  /** What somebody looks for among accounts that wait for something. */
  public enum Standing {
    LOCKED("a.state = 'LOCKED'"),
    /** The one-time password was not used yet and still opens something. */
    UNCHANGED("a.one_time_until > :now"),
    /** The one-time password was not used in time. */
    OVER("a.one_time_until <= :now"),
    /** The password is of its owner's choice, and the account not locked. */
    IN_USE("a.one_time_until IS NULL AND a.state = 'ACTIVE'");

    private final String condition;

    Standing(String condition) {
      this.condition = condition;
    }
  }

  /**
   * What to look for; what is empty does not matter.
   *
   * @param text a part of the sign-in name, or the whole code of an employer
   * @param agency of a reviewer or auditor, or of an employer that a clerk declares for
   */
  public record Filter(
      Optional<String> text,
      Optional<Role> role,
      Optional<Standing> standing,
      Optional<String> agency) {

    public static final Filter ALL =
        new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** All that stand so. */
    public static Filter of(Standing standing) {
      return new Filter(
          Optional.empty(), Optional.empty(), Optional.of(standing), Optional.empty());
    }
  }

  /**
   * A page of what is found, in order of the names' keys.
   *
   * @param after the key that the page before ended with; empty for the first
   */
  public List<Account> page(Filter filter, Optional<String> after, Instant now, int limit) {
    List<String> conditions = conditions(filter);
    after.ifPresent(key -> conditions.add("a.name_key > :after"));
    StatementSpec statement =
        jdbc.sql(
                AccountLedger.COLUMNS
                    + "(SELECT a.* FROM account a"
                    + where(conditions)
                    + " ORDER BY a.name_key LIMIT :limit)"
                    + AccountLedger.WITH_EMPLOYERS
                    + "ORDER BY a.name_key")
            .param("limit", limit);
    after.ifPresent(key -> statement.param("after", key));
    return AccountLedger.accounts(filled(statement, filter, now));
  }

  /** How many are found. */
  public int count(Filter filter, Instant now) {
    StatementSpec statement =
        jdbc.sql("SELECT COUNT(*) FROM account a" + where(conditions(filter)));
    return filled(statement, filter, now).query(Integer.class).single();
  }

  private static List<String> conditions(Filter filter) {
    List<String> conditions = new ArrayList<>();
    filter
        .text()
        .ifPresent(
            text ->
                conditions.add(
                    "(LOCATE(:text, a.name_key) > 0 OR a.account_id IN (SELECT e.account_id FROM"
                        + " account_employer e WHERE e.employer_code = :code))"));
    filter.role().ifPresent(role -> conditions.add("a.role = :role"));
    filter.standing().ifPresent(standing -> conditions.add(standing.condition));
    filter
        .agency()
        .ifPresent(
            agency ->
                conditions.add(
                    "(a.agency = :agency OR a.account_id IN (SELECT e.account_id FROM"
                        + " account_employer e JOIN employer r ON r.employer_code = e.employer_code"
                        + " WHERE r.agency = :agency))"));
    return conditions;
  }

  private static String where(List<String> conditions) {
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  private static StatementSpec filled(StatementSpec statement, Filter filter, Instant now) {
    filter
        .text()
        .ifPresent(
            text -> statement.param("text", SignInName.keyOf(text)).param("code", text.strip()));
    filter.role().ifPresent(role -> statement.param("role", role.name()));
    filter.standing().ifPresent(standing -> statement.param("now", Instants.column(now)));
    filter.agency().ifPresent(agency -> statement.param("agency", agency));
    return statement;
  }
}
