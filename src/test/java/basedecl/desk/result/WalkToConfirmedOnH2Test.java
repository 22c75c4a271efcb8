package basedecl.desk.result;

import org.junit.jupiter.api.Tag;

@Tag("run")
class WalkToConfirmedOnH2Test extends WalkToConfirmedContract {

  @Override
  String database() {
    return "jdbc:h2:file:" + folder.resolve("ledger");
  }
}
