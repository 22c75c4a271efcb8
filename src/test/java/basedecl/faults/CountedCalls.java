package basedecl.faults;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Counts what a part of the program asks of its database, statement by statement and commit by
 * commit, over all its pools, and lets something happen at one of them. {@link #die} is what a
 * database sees of {@code kill -9}: every connection is gone, what was not committed is undone, and
 * not a word comes any more. It costs no process, so that hundreds of moments can be tried.
 */
final class CountedCalls {

  private final Predicate<String> counted;
  private final int moment;
  private final Happening happening;
  private final AtomicInteger calls = new AtomicInteger();
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private volatile boolean dead;
  private volatile CountDownLatch frozen = new CountDownLatch(0);

  /** What happens before the call of the moment. */
  interface Happening {
    void to(CountedCalls calls) throws Exception;
  }

  private CountedCalls(Predicate<String> counted, int moment, Happening happening) {
    this.counted = counted;
    this.moment = moment;
    this.happening = happening;
  }

  static CountedCalls at(int moment, Happening happening) {
    return new CountedCalls(sql -> true, moment, happening);
  }

  /** At the first statement that begins so. */
  static CountedCalls at(String statement, Happening happening) {
    return new CountedCalls(sql -> sql.startsWith(statement), 1, happening);
  }

  /** At the first commit that follows a statement that begins so. */
  static CountedCalls atCommitAfter(String statement, Happening happening) {
    AtomicBoolean passed = new AtomicBoolean();
    return new CountedCalls(
        sql ->
            sql.equals("COMMIT")
                ? passed.get()
                : sql.startsWith(statement) && passed.getAndSet(true),
        1,
        happening);
  }

  /** Lets everything pass. */
  static CountedCalls counting() {
    return at(Integer.MAX_VALUE, calls -> {});
  }

  int calls() {
    return calls.get();
  }

  /** Whether the moment has come. */
  boolean isReached() {
    return calls.get() >= moment;
  }

  boolean isDead() {
    return dead;
  }

  void die() {
    dead = true;
    for (Connection each : List.copyOf(open)) {
      try {
        each.abort(Runnable::run);
      } catch (SQLException gone) {
        open.remove(each);
      }
    }
  }

  /** Stands still whatever it does, its heartbeat with it, until woken. */
  void freeze(CountDownLatch until) {
    frozen = until;
  }

  DataSource of(DataSource database) {
    return proxy(
        DataSource.class,
        (self, method, arguments) -> {
          if (!method.getName().equals("getConnection")) {
            return call(database, method, arguments);
          }
          checkAlive();
          Connection connection = (Connection) call(database, method, arguments);
          open.add(connection);
          return connection(connection);
        });
  }

  private Connection connection(Connection real) {
    return proxy(
        Connection.class,
        (self, method, arguments) -> {
          switch (method.getName()) {
            case "close" -> open.remove(real);
            case "commit" -> before("COMMIT");
            case "unwrap" -> {
              return self;
            }
            case "rollback", "isClosed", "isValid", "getMetaData" -> {}
            default -> checkAlive();
          }
          Object result = call(real, method, arguments);
          String sql = arguments != null && arguments[0] instanceof String text ? text : "";
          return result instanceof Statement statement
              ? statement(statement, method.getReturnType(), sql)
              : result;
        });
  }

  private Object statement(Statement real, Class<?> type, String prepared) {
    return proxy(
        type,
        (self, method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            before(arguments != null && arguments[0] instanceof String sql ? sql : prepared);
          }
          return call(real, method, arguments);
        });
  }

  private void before(String sql) throws Exception {
    checkAlive();
    if (counted.test(sql) && calls.incrementAndGet() == moment) {
      happening.to(this);
    }
    checkAlive();
  }

  private void checkAlive() throws SQLException, InterruptedException {
    frozen.await();
    if (dead) {
      throw new SQLNonTransientConnectionException("killed", "08000");
    }
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }
}
