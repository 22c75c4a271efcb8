package basedecl.ledger.account;

import basedecl.account.Failures;
import basedecl.account.SignInDelay;
import basedecl.account.SignInName;
import basedecl.ledger.database.Instants;
import java.time.Instant;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Failed attempts to sign in, by name and by address; they survive a restart. A name is kept as its
 * digest, whether it is anybody's or not, so that both are delayed alike.
 *
 * <p>An attempt is counted as failed before the password is looked at and taken back when it was
 * right: of many at the same moment each counts.
 */
public final class FailureLedger {

  private enum Source {
    NAME,
    ADDRESS
  }

  private final JdbcClient jdbc;
  private final SignInDelay delay;

  public FailureLedger(JdbcTemplate template, SignInDelay delay) {
    this.jdbc = JdbcClient.create(template);
    this.delay = delay;
  }

  /** Whether one more attempt is allowed at {@code now}. */
  public SignInDelay.Verdict verdict(String typedName, String address, Instant now) {
    return delay.verdict(
        failures(Source.NAME, digest(typedName)),
        failures(Source.ADDRESS, SignInDelay.sourceOf(address)),
        now);
  }

  private Failures failures(Source source, String key) {
    return jdbc.sql(
            "SELECT failures, last_failure FROM sign_in_failure WHERE source = :source AND source_key"
                + " = :key")
        .param("source", source.name())
        .param("key", key)
        .query(
            (row, number) -> new Failures(row.getInt("failures"), Instants.of(row, "last_failure")))
        .optional()
        .orElse(Failures.NONE);
  }

  /** One more failed attempt. */
  public void failed(String typedName, String address, Instant now) {
    count(Source.NAME, digest(typedName), delay.byName(), now);
    count(Source.ADDRESS, SignInDelay.sourceOf(address), delay.byAddress(), now);
  }

  private void count(Source source, String key, SignInDelay.Steps steps, Instant now) {
    jdbc.sql(
            "DELETE FROM sign_in_failure WHERE source = :source AND source_key = :key AND last_failure"
                + " <= :until")
        .param("source", source.name())
        .param("key", key)
        .param("until", Instants.column(now.minus(steps.forgetAfter())))
        .update();
    if (increase(source, key, now) == 0 && !insert(source, key, now)) {
      increase(source, key, now);
    }
  }

  private int increase(Source source, String key, Instant now) {
    return jdbc.sql(
            "UPDATE sign_in_failure SET failures = failures + 1, last_failure = :now WHERE source ="
                + " :source AND source_key = :key")
        .param("now", Instants.column(now))
        .param("source", source.name())
        .param("key", key)
        .update();
  }

  /** False where another request put the row there first. */
  private boolean insert(Source source, String key, Instant now) {
    try {
      jdbc.sql(
              "INSERT INTO sign_in_failure (source, source_key, failures, last_failure) VALUES"
                  + " (:source, :key, 1, :now)")
          .param("source", source.name())
          .param("key", key)
          .param("now", Instants.column(now))
          .update();
      return true;
    } catch (DuplicateKeyException e) {
      return false;
    }
  }

  /**
   * The attempt last counted was a good one: the name's failures are forgotten, the address's are
   * one less. They are not forgotten, or somebody with an account could guess others' for ever.
   */
  public void succeeded(String typedName, String address) {
    forget(Source.NAME, digest(typedName));
    jdbc.sql(
            "UPDATE sign_in_failure SET failures = failures - 1 WHERE source = :source AND source_key ="
                + " :key AND failures > 0")
        .param("source", Source.ADDRESS.name())
        .param("key", SignInDelay.sourceOf(address))
        .update();
  }

  /** An administrator ends the wait or lock of a name. */
  public void forget(SignInName name) {
    forget(Source.NAME, digest(name.text()));
  }

  /** The same of what else attempts are counted under. */
  public void forget(String countedUnder) {
    forget(Source.NAME, digest(countedUnder));
  }

  private void forget(Source source, String key) {
    jdbc.sql("DELETE FROM sign_in_failure WHERE source = :source AND source_key = :key")
        .param("source", source.name())
        .param("key", key)
        .update();
  }

  /** Clears away what no verdict looks at any more. */
  public void clearForgotten(Instant now) {
    clear(Source.NAME, now.minus(delay.byName().forgetAfter()));
    clear(Source.ADDRESS, now.minus(delay.byAddress().forgetAfter()));
  }

  private void clear(Source source, Instant until) {
    jdbc.sql("DELETE FROM sign_in_failure WHERE source = :source AND last_failure <= :until")
        .param("source", source.name())
        .param("until", Instants.column(until))
        .update();
  }

  private static String digest(String typedName) {
    return DigestUtils.sha256Hex(SignInName.keyOf(typedName));
  }
}
