package basedecl.job.run;

import basedecl.file.DiskFault;
import basedecl.message.Message;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import org.springframework.dao.DataAccessException;

/** Why a run did not finish, in the words an operator acts on. */
public enum FailureCause {
  /** Another process holds the lease now. */
  LEASE("job.cause-lease"),
  /** The disk is full, read-only or broken. */
  DISK("job.cause-disk"),
  /** A file or folder cannot be read or written, for its rights or its name. */
  FILE("job.cause-file"),
  /** The database failed or was cut off. */
  DATABASE("job.cause-database"),
  /** Rows are held by a connection of somebody else, of a run that died for example. */
  LOCKED("job.cause-locked"),
  /** No worker got on with the files that were handed out. */
  WORKERS("job.cause-workers"),
  /** Anything else; the log has it. */
  OTHER("job.cause-other");

  private final String key;

  FailureCause(String key) {
    this.key = key;
  }

  /** The cause in both languages. */
  public Message message() {
    return Message.of(key);
  }

  /**
   * The first failure that says something: a partitioned step's own does not.
   *
   * @param onServer whether the ledger is on a database server: what fails to be read or written
   *     beneath its exceptions is the connection, while an embedded ledger's is its file
   */
  public static FailureCause of(Collection<? extends Throwable> failures, boolean onServer) {
    return failures.stream()
        .flatMap(failure -> of(failure, onServer).stream())
        .findFirst()
        .orElse(OTHER);
  }

  private static Optional<FailureCause> of(Throwable failure, boolean onServer) {
    Optional<FailureCause> found = Optional.empty();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof FenceGuard.LeaseLostException) {
        return Optional.of(LEASE);
      }
      if (cause instanceof NoProgressException) {
        return Optional.of(WORKERS);
      }
      if (cause instanceof SQLException || cause instanceof DataAccessException) {
        if (onServer) {
          return Optional.of(isLocked(failure) ? LOCKED : DATABASE);
        }
        found = Optional.of(DATABASE);
      } else if (cause instanceof IOException && DiskFault.is(cause)) {
        return Optional.of(DISK);
      } else if (cause instanceof IOException && found.isEmpty()) {
        found = Optional.of(FILE);
      }
    }
    return found;
  }

  /** MariaDB waited as long for a lock as it is set to, and nobody let it go (1205). */
  public static boolean isLocked(Throwable failure) {
    return hasCode(failure, 1205);
  }

  /** H2 lets one process open a ledger: its own lock is taken (90020). */
  public static boolean isBusy(Throwable failure) {
    return hasCode(failure, 90_020);
  }

  private static boolean hasCode(Throwable failure, int code) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getErrorCode() == code) {
        return true;
      }
    }
    return false;
  }
}
