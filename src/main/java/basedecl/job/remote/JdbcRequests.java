package basedecl.job.remote;

import basedecl.ledger.database.LedgerDatabase;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.integration.jdbc.store.JdbcChannelMessageStore;
import org.springframework.integration.util.UUIDConverter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Requests as rows of the ledger's own database, taken with {@code SKIP LOCKED}. A request is taken
 * in a transaction of its own connection, which lasts while the work on it does: a process that
 * dies gives it back at once, one that is silent when the database ends its transaction.
 */
public final class JdbcRequests implements Requests {

  private static final Logger LOG = LoggerFactory.getLogger(JdbcRequests.class);

  private static final String REGION = "intake";
  private static final int AT_ONCE = 1_000;

  private final DataSource connections;
  private final HeldConnections held;
  private final JdbcChannelMessageStore store;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate taking;
  private final TransactionTemplate outside;

  /**
   * @param connections for nothing but requests: READ_COMMITTED, one for each that is worked on
   * @param held keeps them alive in the meantime
   */
  public JdbcRequests(DataSource connections, HeldConnections held) {
    this.connections = connections;
    this.held = held;
    this.jdbc = LedgerDatabase.template(connections);
    this.store = store(jdbc);
    JdbcTransactionManager manager = new JdbcTransactionManager(connections);
    this.taking = new TransactionTemplate(manager);
    taking.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    this.outside = new TransactionTemplate(manager);
    outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
  }

  private static JdbcChannelMessageStore store(JdbcTemplate jdbc) {
    JdbcChannelMessageStore store = new JdbcChannelMessageStore();
    RequestText text = new RequestText();
    store.setJdbcTemplate(jdbc);
    store.setRegion(REGION);
    store.setChannelMessageStoreQueryProvider(new OneRowAtATime());
    store.setSerializer(text);
    store.setDeserializer(text);
    store.afterPropertiesSet();
    return store;
  }

  @Override
  public MessageChannel channel(String group) {
    return (message, timeout) -> {
      store.addMessageToGroup(group, message);
      return true;
    };
  }

  @Override
  public boolean take(String group, Consumer<StepExecutionRequest> work) {
    Boolean taken =
        taking.execute(
            status -> {
              Message<?> message = store.pollMessageFromGroup(group);
              if (message == null
                  || !(message.getPayload() instanceof StepExecutionRequest request)) {
                return false;
              }
              Connection own = DataSourceUtils.getConnection(connections);
              held.whileHeld(
                  own, () -> outside.executeWithoutResult(suspended -> work.accept(request)));
              return true;
            });
    return Boolean.TRUE.equals(taken);
  }

  @Override
  public void forgetOthers(String group) {
    String key = Objects.requireNonNull(UUIDConverter.getUUID(group)).toString();
    try {
      while (forgetSome(key) == AT_ONCE) {
        // until fewer are found
      }
    } catch (ConcurrencyFailureException e) {
      // Somebody is at one of them; nobody asks for them any more, and the next run forgets them.
      LOG.info("Requests of other runs are left: {}", e.getClass().getName());
    }
  }

  private int forgetSome(String key) {
    Integer forgotten =
        taking.execute(
            status -> {
              List<Object[]> found =
                  jdbc.query(
                      "SELECT MESSAGE_ID, GROUP_KEY FROM INT_CHANNEL_MESSAGE WHERE REGION = ? AND"
                          + " GROUP_KEY <> ? LIMIT "
                          + AT_ONCE
                          + " FOR UPDATE SKIP LOCKED",
                      (row, number) -> new Object[] {row.getString(1), row.getString(2), REGION},
                      REGION,
                      key);
              // One after the other: MariaDB takes no rows in bulk for a statement of this form.
              found.forEach(
                  request ->
                      jdbc.update(
                          "DELETE m FROM INT_CHANNEL_MESSAGE m"
                              + OneRowAtATime.BY_MESSAGE
                              + "WHERE m.MESSAGE_ID = ? AND m.GROUP_KEY = ? AND m.REGION = ?",
                          request));
              return found.size();
            });
    return Objects.requireNonNull(forgotten);
  }
}
