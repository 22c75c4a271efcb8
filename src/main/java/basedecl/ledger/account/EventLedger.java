package basedecl.ledger.account;

import basedecl.account.Actor;
import basedecl.account.Event;
import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.ledger.database.ColumnText;
import basedecl.ledger.database.Instants;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record of events. Rows are added and read; nothing here changes or deletes one. */
public final class EventLedger {

  private static final int BATCH = 1_000;
  private static final int PAGE = 5_000;
  private static final int SUBJECT = 100;
  private static final int ADDRESS = 64;

  /**
   * Numbers grow with time but for rows written by several at once and at the end of long
   * transactions; none is a day late.
   */
  private static final Duration NEAR = Duration.ofDays(1);

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
   * @param who by number, or without one by name: somebody at the command line
   * @param on the code of an employer, the name of an account, or the number or name of a thing
   * @param from inclusive
   * @param to exclusive
   * @param before only rows with a lower number: the next page
   */
  public record Search(
      Optional<Actor> who,
      Optional<EventKind> kind,
      Optional<String> on,
      Optional<String> address,
      Optional<Event.Result> result,
      Optional<Instant> from,
      Optional<Instant> to,
      OptionalLong before) {

    public static final Search ALL =
        new Search(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty());

    /** The same from the row after that number on. */
    public Search before(long id) {
      return new Search(who, kind, on, address, result, from, to, OptionalLong.of(id));
    }
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
    Conditions conditions = new Conditions();
    search.who().ifPresent(who -> by(who, conditions));
    search.kind().ifPresent(kind -> conditions.add("kind = :kind", "kind", kind.name()));
    search
        .on()
        .ifPresent(
            subject ->
                conditions.add(
                    "subject = :subject AND subject_kind <> 'PERSON'", "subject", subject));
    search.address().ifPresent(from -> conditions.add("address = :address", "address", from));
    search
        .result()
        .ifPresent(result -> conditions.add("result = :result", "result", result.name()));
    search.from().ifPresent(from -> since(from, conditions));
    search.to().ifPresent(to -> until(to, conditions));
    search.before().ifPresent(id -> conditions.add("event_id < :before", "before", id));
    return jdbc.sql(SELECT + conditions.where() + " ORDER BY event_id DESC LIMIT :limit")
        .params(conditions.values)
        .param("limit", limit)
        .query(EventLedger::recorded)
        .list();
  }

  /**
   * Every row that a search finds, the newest first, some at a time.
   *
   * @param most no more than so many
   */
  public void each(Search search, int most, RowsTaker taker) throws IOException {
    int left = most;
    Search next = search;
    List<Recorded> rows = newest(next, Math.min(left, PAGE));
    while (!rows.isEmpty()) {
      taker.take(rows);
      left -= rows.size();
      next = next.before(rows.get(rows.size() - 1).id());
      rows = left > 0 ? newest(next, Math.min(left, PAGE)) : List.of();
    }
  }

  /** Takes some rows of many. */
  @FunctionalInterface
  public interface RowsTaker {
    void take(List<Recorded> rows) throws IOException;
  }

  private static void by(Actor who, Conditions conditions) {
    if (who.id().isPresent()) {
      conditions.add("account_id = :account", "account", who.id().getAsLong());
    } else {
      conditions.add("account_id IS NULL AND account_name = :name", "name", who.name());
    }
  }

  private void since(Instant from, Conditions conditions) {
    conditions.add("happened_at >= :from", "from", Instants.column(from));
    numberNear("happened_at >= :at ORDER BY happened_at", from.minus(NEAR))
        .ifPresent(id -> conditions.add("event_id >= :lowest", "lowest", id));
  }

  private void until(Instant to, Conditions conditions) {
    conditions.add("happened_at < :to", "to", Instants.column(to));
    numberNear("happened_at < :at ORDER BY happened_at DESC", to.plus(NEAR))
        .ifPresent(id -> conditions.add("event_id <= :highest", "highest", id));
  }

  /** A number beyond which no row of a span of time stands, so that the others are not read. */
  private Optional<Long> numberNear(String where, Instant at) {
    return jdbc.sql("SELECT event_id FROM account_event WHERE " + where + " LIMIT 1")
        .param("at", Instants.column(at))
        .query(Long.class)
        .optional();
  }

  private static final class Conditions {
    private final List<String> words = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    void add(String condition, String name, Object value) {
      words.add(condition);
      values.put(name, value);
    }

    String where() {
      return words.isEmpty() ? "" : "WHERE " + String.join(" AND ", words);
    }
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
            Optional.of(new Actor(OptionalLong.of(account), "")),
            Optional.of(kind),
            Optional.empty(),
            Optional.empty(),
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
