package basedecl.faults;

import basedecl.testing.MariaDbServer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("database")
@Tag("run")
class DeskRunsOnMariaDbTest extends DeskRunsContract {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  @Override
  Ground ground(String name) throws IOException {
    return Ground.on(folder.resolve(name), MARIADB.anotherDatabase(), Map.of());
  }
}
