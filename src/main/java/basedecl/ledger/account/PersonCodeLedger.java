package basedecl.ledger.account;

import basedecl.account.OneTimePassword;
import basedecl.ledger.database.Instants;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one-time codes of those who pay alone, as hashes; of an account those of its last letter. */
public final class PersonCodeLedger {

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  public PersonCodeLedger(JdbcTemplate template) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
  }

  /**
   * A code that was not used.
   *
   * @param personName that must be typed beside it
   * @param hash for {@link PasswordHashes#encoder()}
   */
  public record Kept(long id, String personName, String hash, Instant until) {}

  /** Puts the codes of a letter in the place of those before, in the caller's transaction. */
  public void replace(long account, String personName, List<OneTimePassword> codes, Instant until) {
    jdbc.sql("DELETE FROM person_code WHERE account_id = :account")
        .param("account", account)
        .update();
    template.batchUpdate(
        "INSERT INTO person_code (account_id, person_name, code_hash, valid_until) VALUES (?, ?, ?,"
            + " ?)",
        codes.stream()
            .map(
                code ->
                    new Object[] {
                      account, personName, PasswordHashes.of(code), Instants.column(until)
                    })
            .toList());
  }

  /** Those of an account that were not used and are not over at {@code now}. */
  public List<Kept> unused(long account, Instant now) {
    return jdbc.sql(
            "SELECT code_id, person_name, code_hash, valid_until FROM person_code WHERE account_id ="
                + " :account AND used_at IS NULL AND valid_until > :now ORDER BY code_id")
        .param("account", account)
        .param("now", Instants.column(now))
        .query(
            (row, number) ->
                new Kept(
                    row.getLong("code_id"),
                    row.getString("person_name"),
                    row.getString("code_hash"),
                    Instants.of(row, "valid_until").orElseThrow()))
        .list();
  }

  /** The name that the last letter of an account bears. */
  public Optional<String> personName(long account) {
    return jdbc.sql(
            "SELECT person_name FROM person_code WHERE account_id = :account ORDER BY code_id LIMIT 1")
        .param("account", account)
        .query(String.class)
        .optional();
  }

  /**
   * Uses a code up.
   *
   * @return false where another request at the same moment did
   */
  public boolean use(long code, Instant now) {
    return jdbc.sql(
                "UPDATE person_code SET used_at = :now WHERE code_id = :code AND used_at IS NULL")
            .param("now", Instants.column(now))
            .param("code", code)
            .update()
        == 1;
  }
}
