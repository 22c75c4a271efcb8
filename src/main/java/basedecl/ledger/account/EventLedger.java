package basedecl.ledger.account;

import basedecl.account.Actor;
import basedecl.account.Event;
import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.ledger.database.ColumnText;
import basedecl.ledger.database.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The record of events. Rows are added and read; nothing here changes or deletes one. */
public final class EventLedger {

  private static final int BATCH = 1_000;
  private static final int SUBJECT = 100;
  private static final int ADDRESS = 64;

  private static final String SELECT =
      "SELECT event_id, happened_at, account_id, account_name, kind, subject_kind, subject, address,"
          + " result FROM account_event ";

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  public EventLedger(JdbcTemplate template) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
  }

  /** A row of the record with its number, which grows with time. */
  public record Recorded(long id, Event event) {}

  /**
   * What to look for; what is empty does not matter.
   *
   * @param account the number of who did it
   * @param from inclusive
   * @param to exclusive
   * @param before only rows with a lower number: the next page
   */
  public record Search(
      OptionalLong account,
      Optional<EventKind> kind,
      Optional<EventSubject> subject,
      Optional<Instant> from,
      Optional<Instant> to,
      OptionalLong before) {

    public static final Search ALL =
        new Search(
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty());
  }

  public void add(Event event) {
    addAll(List.of(event));
  }

  public void addAll(Collection<Event> events) {
    template.batchUpdate(
        "INSERT INTO account_event (happened_at, account_id, account_name, kind, subject_kind, subject,"
            + " address, result) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        events,
        BATCH,
        (statement, event) -> {
          OptionalLong account = event.actor().id();
          statement.setObject(1, Instants.column(event.at()));
          statement.setObject(2, account.isPresent() ? (Long) account.getAsLong() : null);
          statement.setString(3, event.actor().name());
          statement.setString(4, event.kind().name());
          statement.setString(5, event.subject().kind().name());
          statement.setString(6, ColumnText.atMost(SUBJECT, event.subject().text()));
          statement.setString(7, ColumnText.atMost(ADDRESS, event.address()));
          statement.setString(8, event.result().name());
        });
  }

  /** The newest {@code limit} rows that a search finds, the newest first. */
  public List<Recorded> newest(Search search, int limit) {
    List<String> conditions = new ArrayList<>();
    search.account().ifPresent(id -> conditions.add("account_id = :account"));
    search.kind().ifPresent(kind -> conditions.add("kind = :kind"));
    search
        .subject()
        .ifPresent(subject -> conditions.add("subject_kind = :subjectKind AND subject = :subject"));
    search.from().ifPresent(from -> conditions.add("happened_at >= :from"));
    search.to().ifPresent(to -> conditions.add("happened_at < :to"));
    search.before().ifPresent(id -> conditions.add("event_id < :before"));
    String where = conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
    StatementSpec statement =
        jdbc.sql(SELECT + where + " ORDER BY event_id DESC LIMIT :limit").param("limit", limit);
    search.account().ifPresent(id -> statement.param("account", id));
    search.kind().ifPresent(kind -> statement.param("kind", kind.name()));
    search
        .subject()
        .ifPresent(
            subject ->
                statement
                    .param("subjectKind", subject.kind().name())
                    .param("subject", subject.text()));
    search.from().ifPresent(from -> statement.param("from", Instants.column(from)));
    search.to().ifPresent(to -> statement.param("to", Instants.column(to)));
    search.before().ifPresent(id -> statement.param("before", id));
    return statement.query(EventLedger::recorded).list();
  }

  /** The last sign-in of an account; asked before a new one is written down, that before it. */
  public Optional<Event> lastSignIn(long account) {
    return last(account, EventKind.SIGNED_IN);
  }

  /** The last failed attempt to sign in in the account's name. */
  public Optional<Event> lastFailure(long account) {
    return last(account, EventKind.SIGN_IN_FAILED);
  }

  private Optional<Event> last(long account, EventKind kind) {
    Search search =
        new Search(
            OptionalLong.of(account),
            Optional.of(kind),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty());
    return newest(search, 1).stream().map(Recorded::event).findFirst();
  }

  private static Recorded recorded(ResultSet row, int number) throws SQLException {
    long account = row.getLong("account_id");
    OptionalLong id = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(account);
    return new Recorded(
        row.getLong("event_id"),
        new Event(
            Instants.of(row, "happened_at").orElseThrow(),
            new Actor(id, row.getString("account_name")),
            EventKind.valueOf(row.getString("kind")),
            new EventSubject(
                EventSubject.Kind.valueOf(row.getString("subject_kind")), row.getString("subject")),
            row.getString("address"),
            Event.Result.valueOf(row.getString("result"))));
  }
}
