package basedecl.ledger;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;

class LedgerOnH2Test extends LedgerContract {

  @TempDir static Path folder = Path.of("");

  private static final AtomicInteger LEDGERS = new AtomicInteger();

  @Override
  String emptyDatabase() {
    return "jdbc:h2:file:" + folder.resolve("ledger-" + LEDGERS.incrementAndGet());
  }

  @Override
  Map<String, String> environment() {
    return Map.of();
  }
}
