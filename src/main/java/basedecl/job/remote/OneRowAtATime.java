package basedecl.job.remote;

import org.springframework.integration.jdbc.store.channel.MySqlChannelMessageStoreQueryProvider;

/**
 * The queries of MySQL, which MariaDB understands, but for the removal of a request: that names its
 * index. In a table of a few rows the database otherwise reads all of them, and waits at each that
 * another worker holds.
 */
final class OneRowAtATime extends MySqlChannelMessageStoreQueryProvider {

  static final String BY_MESSAGE = " FORCE INDEX (INT_CHANNEL_MSG_DELETE_IDX) ";

  @Override
  public String getDeleteMessageQuery() {
    return "DELETE m FROM %PREFIX%CHANNEL_MESSAGE m"
        + BY_MESSAGE
        + "WHERE m.MESSAGE_ID = ? AND m.GROUP_KEY = ? AND m.REGION = ?";
  }
}
