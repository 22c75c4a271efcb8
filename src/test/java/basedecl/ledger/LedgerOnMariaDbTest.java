package basedecl.ledger;

import basedecl.testing.MariaDbServer;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("database")
class LedgerOnMariaDbTest extends LedgerContract {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  @Override
  String emptyDatabase() {
    return MARIADB.anotherDatabase();
  }

  @Override
  Map<String, String> environment() {
    return Map.of("BASEDECL_DB_USER", "root");
  }
}
