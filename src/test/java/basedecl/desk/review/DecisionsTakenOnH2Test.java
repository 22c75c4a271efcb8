package basedecl.desk.review;

import org.junit.jupiter.api.Tag;

@Tag("run")
class DecisionsTakenOnH2Test extends DecisionsTakenContract {

  @Override
  String database() {
    return "jdbc:h2:file:" + folder.resolve("ledger");
  }
}
