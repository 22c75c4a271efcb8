package basedecl.job.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basedecl.ledger.database.LedgerDatabase;
import basedecl.testing.MariaDbServer;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.integration.support.MutableMessage;

@Tag("database")
class JdbcRequestsTest {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  /** A run that died leaves as many as it had handed out. */
  @Test
  void requestsOfRunsThatDiedAreForgottenButOneThatSomebodyIsAt() {
    try (HikariDataSource database =
        LedgerDatabase.openMigrated(MARIADB.url(), 3, Map.of("BASEDECL_DB_USER", "root"))) {
      JdbcRequests requests = new JdbcRequests(database, new HeldConnections());
      for (long id = 1; id <= 5; id++) {
        hand(requests, "before", id);
      }
      hand(requests, "now", 6);
      hand(requests, "now", 7);

      assertThatThrownBy(
              () ->
                  requests.take(
                      "before",
                      request -> {
                        requests.forgetOthers("now");
                        assertThat(left(requests, "before")).isEmpty();
                        throw new IllegalStateException("request " + request.getStepExecutionId());
                      }))
          .hasMessage("request 1");

      assertThat(left(requests, "before")).containsExactly(1L);
      assertThat(left(requests, "now")).containsExactly(6L, 7L);
    }
  }

  private static void hand(JdbcRequests requests, String group, long id) {
    requests.channel(group).send(new MutableMessage<>(new StepExecutionRequest("piece", id)));
  }

  private static List<Long> left(JdbcRequests requests, String group) {
    List<Long> left = new ArrayList<>();
    while (requests.take(group, request -> left.add(request.getStepExecutionId()))) {
      // until none is left
    }
    return left;
  }
}
