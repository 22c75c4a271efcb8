package basedecl.ledger.run;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The right to run: one owner at a time, with a heartbeat and a fencing number that grows with
 * every owner. Times are the database's own. An owner whose process is gone on this machine loses
 * it at once, one on another machine after {@link #SECONDS_WITHOUT_HEARTBEAT} of silence.
 */
public final class Lease {

  /** Twelve missed heartbeats. */
  public static final int SECONDS_WITHOUT_HEARTBEAT = 60;

  public static final int HEARTBEAT_SECONDS = 5;

  private static final String NAME = "run";

  private final JdbcClient jdbc;
  private final String self;

  public Lease(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.self = owner(ProcessHandle.current());
  }

  /** Who holds the lease and since when, by the database's clock. */
  public record Holder(String owner, LocalDateTime since) {

    /** This process. */
    public static Holder self(LocalDateTime since) {
      return new Holder(Lease.owner(ProcessHandle.current()), since);
    }
  }

  /** What asking for the lease gave. */
  public sealed interface Outcome {
    record Acquired(long fence, boolean takenOver) implements Outcome {}

    record Held(Holder holder) implements Outcome {}
  }

  public Outcome acquire() {
    Optional<Holder> holder = holder();
    boolean dead = holder.isPresent() && isDeadHere(holder.get().owner());
    int taken =
        jdbc.sql(
                "UPDATE lease SET owner = :self, fence = fence + 1, acquired_at = CURRENT_TIMESTAMP(3),"
                    + " heartbeat_at = CURRENT_TIMESTAMP(3) WHERE lease_name = :name AND (owner IS NULL"
                    + " OR heartbeat_at < CURRENT_TIMESTAMP(3) - INTERVAL '"
                    + SECONDS_WITHOUT_HEARTBEAT
                    + "' SECOND OR owner = :dead)")
            .param("self", self)
            .param("name", NAME)
            .param("dead", dead ? holder.get().owner() : "")
            .update();
    if (taken == 1) {
      return new Outcome.Acquired(fence(), holder.isPresent());
    }
    return new Outcome.Held(holder().orElseGet(() -> new Holder("?", LocalDateTime.MIN)));
  }

  /** Keeps the lease alive; false when it is lost to another owner. */
  public boolean renew(long fence) {
    return jdbc.sql(
                "UPDATE lease SET heartbeat_at = CURRENT_TIMESTAMP(3) WHERE lease_name = :name AND fence ="
                    + " :fence")
            .param("name", NAME)
            .param("fence", fence)
            .update()
        == 1;
  }

  /** Whether {@code fence} is still the newest owner's. */
  public boolean isHeld(long fence) {
    return fence() == fence;
  }

  /**
   * As {@link #isHeld}, and nobody can take the lease over before the caller's transaction has
   * ended: asked last, it leaves no gap between the answer and the commit.
   */
  public boolean isHeldUntilCommit(long fence) {
    return jdbc.sql("SELECT fence FROM lease WHERE lease_name = :name FOR UPDATE")
            .param("name", NAME)
            .query(Long.class)
            .single()
        == fence;
  }

  /**
   * As {@link #isHeldUntilCommit}, where many ask at once: they hold the row together and wait for
   * each other no more than a takeover waits for them. MariaDB alone.
   */
  public boolean isHeldTogetherUntilCommit(long fence) {
    return jdbc.sql("SELECT fence FROM lease WHERE lease_name = :name LOCK IN SHARE MODE")
            .param("name", NAME)
            .query(Long.class)
            .single()
        == fence;
  }

  public void release(long fence) {
    jdbc.sql("UPDATE lease SET owner = NULL WHERE lease_name = :name AND fence = :fence")
        .param("name", NAME)
        .param("fence", fence)
        .update();
  }

  public Optional<Holder> holder() {
    return jdbc.sql(
            "SELECT owner, acquired_at FROM lease WHERE lease_name = :name AND owner IS NOT NULL")
        .param("name", NAME)
        .query(
            (row, number) -> {
              Timestamp since = row.getTimestamp("acquired_at");
              return new Holder(
                  row.getString("owner"),
                  since == null ? LocalDateTime.MIN : since.toLocalDateTime());
            })
        .optional();
  }

  private long fence() {
    return jdbc.sql("SELECT fence FROM lease WHERE lease_name = :name")
        .param("name", NAME)
        .query(Long.class)
        .single();
  }

  /** How this process is named as an owner. */
  public static String self() {
    return owner(ProcessHandle.current());
  }

  /** Host, process number and its start: a process number alone comes back after a restart. */
  private static String owner(ProcessHandle process) {
    return host() + "/" + process.pid() + "/" + started(process);
  }

  private static long started(ProcessHandle process) {
    return process.info().startInstant().map(java.time.Instant::toEpochMilli).orElse(0L);
  }

  /** Whether an owner was a process of this machine and is gone. */
  public static boolean isDeadHere(String owner) {
    String[] parts = owner.split("/", -1);
    if (parts.length != 3 || !parts[0].equals(host())) {
      return false;
    }
    return ProcessHandle.of(Long.parseLong(parts[1]))
        .filter(ProcessHandle::isAlive)
        .filter(process -> started(process) == Long.parseLong(parts[2]))
        .isEmpty();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName().replace('/', '_');
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
