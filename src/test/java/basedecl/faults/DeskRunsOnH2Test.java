package basedecl.faults;

import java.io.IOException;
import org.junit.jupiter.api.Tag;

@Tag("run")
class DeskRunsOnH2Test extends DeskRunsContract {

  @Override
  Ground ground(String name) throws IOException {
    return Ground.onH2(folder.resolve(name));
  }
}
