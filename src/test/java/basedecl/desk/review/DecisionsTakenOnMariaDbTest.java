package basedecl.desk.review;

import basedecl.testing.MariaDbServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("database")
@Tag("run")
class DecisionsTakenOnMariaDbTest extends DecisionsTakenContract {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  @Override
  String database() {
    return MARIADB.anotherDatabase();
  }
}
