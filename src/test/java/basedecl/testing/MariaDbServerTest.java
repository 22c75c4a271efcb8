package basedecl.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("database")
class MariaDbServerTest {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  @Test
  void theServerIsAMariaDbOfOurOldestVersionOrNewer() throws SQLException {
    try (Connection connection = MARIADB.dataSource().getConnection()) {
      assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("MariaDB");
      assertThat(
              connection.getMetaData().getDatabaseMajorVersion() * 100
                  + connection.getMetaData().getDatabaseMinorVersion())
          .isGreaterThanOrEqualTo(1006);
    }
  }

  @Test
  void rareCharactersAndTrailingBlanksComeBackAsTheyWent() throws SQLException {
    try (Connection connection = MARIADB.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE names (name VARCHAR(20) PRIMARY KEY)");
      statement.execute("INSERT INTO names VALUES ('𠮷田'), ('王芳'), ('王芳 ')");
      try (ResultSet rows = statement.executeQuery("SELECT name FROM names ORDER BY name")) {
        StringBuilder all = new StringBuilder();
        while (rows.next()) {
          all.append('[').append(rows.getString(1)).append(']');
        }
        assertThat(all).hasToString("[王芳][王芳 ][𠮷田]");
      }
    }
  }
}
