package basedecl.ledger.account;

import basedecl.account.Account;
import basedecl.account.OneTimePassword;
import basedecl.account.OneTimeSecret;
import basedecl.account.Role;
import basedecl.account.SignInName;
import basedecl.ledger.database.Instants;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.person.IdNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The accounts: who they are, their passwords and second factors. Each change is one statement or
 * belongs into the caller's transaction, with its event ({@link EventLedger}).
 */
public final class AccountLedger {

  /** Accounts {@code a}, of some or of all, as {@link #accounts} reads them. */
  static final String COLUMNS =
      "SELECT a.account_id, a.sign_in_name, a.role, a.agency, a.id_number, a.state, a.one_time_until,"
          + " a.credentials_version, CASE WHEN a.totp_secret IS NULL THEN 0 ELSE 1 END AS enrolled,"
          + " e.employer_code FROM ";

  static final String WITH_EMPLOYERS =
      " a LEFT JOIN account_employer e ON e.account_id = a.account_id ";

  private static final String ALL = COLUMNS + "account" + WITH_EMPLOYERS;

  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final SecretSeal seal;

  public AccountLedger(JdbcTemplate template, SecretSeal seal) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
    this.seal = seal;
  }

  /** The account of a name as it was typed. */
  public Optional<Account> find(String typed) {
    return one(jdbc.sql(ALL + "WHERE a.name_key = :key").param("key", SignInName.keyOf(typed)));
  }

  public Optional<Account> find(long id) {
    return one(jdbc.sql(ALL + "WHERE a.account_id = :id").param("id", id));
  }

  /** The account of a person, the first where there are several. */
  public Optional<Account> ofPerson(IdNumber number) {
    return one(
        jdbc.sql(ALL + "WHERE a.role = :role AND a.id_number = :person ORDER BY a.account_id")
            .param("role", Role.PERSON.name())
            .param("person", number.whole()));
  }

  /** All accounts in order of their names. */
  public List<Account> all() {
    return accounts(jdbc.sql(ALL + "ORDER BY a.name_key"));
  }

  /** The codes of employers that have a clerk. */
  public Set<String> employersWithClerk() {
    return new HashSet<>(
        jdbc.sql("SELECT DISTINCT employer_code FROM account_employer").query(String.class).list());
  }

  /** The keys of all names. */
  public List<String> nameKeys() {
    return jdbc.sql("SELECT name_key FROM account").query(String.class).list();
  }

  /**
   * The accounts of a role that are not locked, held so until the caller's transaction ends: of two
   * that lock each other at the same moment one sees what the other did.
   */
  public List<Long> holdActive(Role role) {
    return jdbc.sql(
            "SELECT account_id FROM account WHERE role = :role AND state = :state ORDER BY account_id"
                + " FOR UPDATE")
        .param("role", role.name())
        .param("state", Account.State.ACTIVE.name())
        .query(Long.class)
        .list();
  }

  private static Optional<Account> one(StatementSpec statement) {
    return accounts(statement).stream().findFirst();
  }

  /** Rows of one account, one for each of its employers, put together; in the rows' order. */
  static List<Account> accounts(StatementSpec statement) {
    Map<String, Account> found = new LinkedHashMap<>();
    statement.query(
        row -> {
          Account account = account(row);
          found.merge(account.name().key(), account, AccountLedger::withEmployersOf);
        });
    return List.copyOf(found.values());
  }

  private static Account withEmployersOf(Account account, Account other) {
    List<String> employers = new ArrayList<>(account.employers());
    employers.addAll(other.employers());
    return new Account(
        account.id(),
        account.name(),
        account.role(),
        account.agency(),
        employers.stream().sorted().toList(),
        account.person(),
        account.state(),
        account.secondFactor(),
        account.oneTimeUntil(),
        account.credentialsVersion());
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getLong("account_id"),
        new SignInName(row.getString("sign_in_name")),
        Role.valueOf(row.getString("role")),
        Optional.ofNullable(row.getString("agency")),
        Optional.ofNullable(row.getString("employer_code")).map(List::of).orElse(List.of()),
        Optional.ofNullable(row.getString("id_number")).map(IdNumber::new),
        Account.State.valueOf(row.getString("state")),
        row.getInt("enrolled") == 1,
        Instants.of(row, "one_time_until"),
        row.getInt("credentials_version"));
  }

  /**
   * Makes an account with a one-time password; its number.
   *
   * @param until from then on the password opens nothing
   * @throws RefusedException where the name is taken, in whatever case
   */
  public long add(NewAccount account, OneTimePassword password, Instant until) {
    if (find(account.name().text()).isPresent()) {
      throw new RefusedException(taken(account.name().text()));
    }
    try {
      insert(account, PasswordHashes.of(password), until);
    } catch (DuplicateKeyException e) {
      throw new RefusedException(taken(account.name().text()));
    }
    long id =
        jdbc.sql("SELECT account_id FROM account WHERE name_key = :key")
            .param("key", account.name().key())
            .query(Long.class)
            .single();
    template.batchUpdate(
        "INSERT INTO account_employer (account_id, employer_code) VALUES (?, ?)",
        account.employers().stream().distinct().map(code -> new Object[] {id, code}).toList());
    return id;
  }

  /**
   * Makes an account that no password opens; its owner signs in by codes ({@link
   * PersonCodeLedger}). Its number.
   */
  public long addForCodes(NewAccount account, OneTimePassword nobodyKnows) {
    insert(account, PasswordHashes.of(nobodyKnows), null);
    return find(account.name().text()).orElseThrow().id();
  }

  private void insert(NewAccount account, String hash, @Nullable Instant until) {
    jdbc.sql(
            "INSERT INTO account (name_key, sign_in_name, role, agency, id_number, state, password_hash,"
                + " one_time_until, credentials_version) VALUES (:key, :name, :role, :agency, :person,"
                + " :state, :hash, :until, 1)")
        .param("key", account.name().key())
        .param("name", account.name().text())
        .param("role", account.role().name())
        .param("agency", account.agency().orElse(null))
        .param("person", account.person().map(IdNumber::whole).orElse(null))
        .param("state", Account.State.ACTIVE.name())
        .param("hash", hash)
        .param("until", until == null ? null : Instants.column(until))
        .update();
  }

  /** Why a name cannot be had. */
  public static Message taken(String name) {
    return Message.of("account.name-taken", name);
  }

  /** What {@link PasswordHashes#encoder()} compares a typed password with. */
  public String passwordHash(long id) {
    return jdbc.sql("SELECT password_hash FROM account WHERE account_id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  /** A password that its owner chose and {@code PasswordRule} took. Ends every open session. */
  public void changePassword(long id, String chosen) {
    setPassword(id, String.valueOf(PasswordHashes.encoder().encode(chosen)), null);
  }

  /**
   * Another one-time password in the place of whatever was. Ends every open session.
   *
   * @param until from then on the password opens nothing
   */
  public void resetPassword(long id, OneTimePassword password, Instant until) {
    setPassword(id, PasswordHashes.of(password), until);
  }

  private void setPassword(long id, String hash, @Nullable Instant until) {
    jdbc.sql(
            "UPDATE account SET password_hash = :hash, one_time_until = :until, credentials_version ="
                + " credentials_version + 1 WHERE account_id = :id")
        .param("hash", hash)
        .param("until", until == null ? null : Instants.column(until))
        .param("id", id)
        .update();
  }

  /** Ends every open session; nobody signs in with it until it is unlocked. */
  public void lock(long id) {
    setState(id, Account.State.LOCKED);
  }

  public void unlock(long id) {
    setState(id, Account.State.ACTIVE);
  }

  private void setState(long id, Account.State state) {
    jdbc.sql(
            "UPDATE account SET state = :state, credentials_version = credentials_version + 1 WHERE"
                + " account_id = :id")
        .param("state", state.name())
        .param("id", id)
        .update();
  }

  /** The secret of the second factor, where one is enrolled. */
  public Optional<OneTimeSecret> secondFactor(long id) {
    return jdbc.sql(
            "SELECT totp_secret FROM account WHERE account_id = :id AND totp_secret IS NOT NULL")
        .param("id", id)
        .query(String.class)
        .optional()
        .map(seal::open);
  }

  /** The step of the last code used, where one was. */
  public OptionalLong lastStep(long id) {
    return jdbc.sql(
            "SELECT totp_step FROM account WHERE account_id = :id AND totp_step IS NOT NULL")
        .param("id", id)
        .query(Long.class)
        .optional()
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  /**
   * Enrols a second factor whose first code was proved right. Only where there is none: one that is
   * lost is removed by an administrator first.
   *
   * @param step of the code by which it was proved
   * @return whether it was enrolled
   */
  public boolean enrol(long id, OneTimeSecret secret, long step) {
    return jdbc.sql(
                "UPDATE account SET totp_secret = :secret, totp_step = :step, credentials_version ="
                    + " credentials_version + 1 WHERE account_id = :id AND totp_secret IS NULL")
            .param("secret", seal.seal(secret))
            .param("step", step)
            .param("id", id)
            .update()
        == 1;
  }

  /**
   * Uses the code of a step up.
   *
   * @return false where it, or a later one, was used before: by another request at the same moment,
   *     for example
   */
  public boolean useStep(long id, long step) {
    return jdbc.sql(
                "UPDATE account SET totp_step = :step WHERE account_id = :id AND (totp_step IS NULL OR"
                    + " totp_step < :step)")
            .param("step", step)
            .param("id", id)
            .update()
        == 1;
  }

  /** Removes the second factor and ends every open session; it is enrolled anew at sign-in. */
  public void removeSecondFactor(long id) {
    jdbc.sql(
            "UPDATE account SET totp_secret = NULL, credentials_version ="
                + " credentials_version + 1 WHERE account_id = :id")
        .param("id", id)
        .update();
  }
}
