package basedecl.bench;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.cli.InProcess;
import basedecl.spreadsheet.CellText;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is compared does the same work: otherwise its times say nothing. */
@Tag("run")
class BenchAgreementTest {

  private static final int PEOPLE = 500;
  private static final NightPlan PLAN = NightPlan.many(PEOPLE, 20, 3);

  @TempDir Path folder;

  @Test
  void productPeerAndFloorDoTheSameNight() throws Exception {
    new BenchData(PLAN, folder).write();
    // The floor and the peer leave the inbox as it is; the product moves it away.
    String floor = "jdbc:h2:file:" + folder.resolve("floor");
    FloorRows.store(PLAN, folder.resolve("inbox"), floor, "sa");
    UsualProgram.run(
        folder.resolve("inbox"),
        folder.resolve("usual"),
        "jdbc:h2:file:" + folder.resolve("peer"),
        "sa");
    product();

    List<String> detail = detail("output");
    assertThat(detail).hasSize(PEOPLE).isEqualTo(detail("usual"));
    // The agency, the version and the state are the ledger's; the peer knows none.
    int[] figures = {0, 1, 3, 4, 5, 6, 7, 9, 10, 11, 12};
    assertThat(summary("output", figures)).hasSize(20).isEqualTo(summary("usual", figures));
    assertThat(rows(floor)).isEqualTo(PEOPLE);

    FloorOutputs.unpack(folder.resolve("output"), folder.resolve("raw"));
    FloorOutputs.write(folder.resolve("raw"), folder.resolve("written"));
    assertThat(folder.resolve("written/detail-2024.xlsx").toFile().length())
        .isCloseTo(
            folder.resolve("output/detail-2024.xlsx").toFile().length(),
            org.assertj.core.data.Percentage.withPercentage(15));
  }

  private void product() {
    List<String> words = new ArrayList<>(List.of("run", "jobs/declaration.yaml"));
    for (String pair :
        List.of(
            "inbox=" + folder.resolve("inbox"),
            "roster=" + folder.resolve("roster.csv"),
            "work=" + folder.resolve("work"),
            "output=" + folder.resolve("output"),
            "database=jdbc:h2:file:" + folder.resolve("ledger"))) {
      words.addAll(List.of("--set", pair));
    }
    InProcess.Ended ended = InProcess.run(words.toArray(String[]::new));
    assertThat(ended.status()).as(ended.said()).isZero();
  }

  private List<String> detail(String outputs) throws IOException {
    return CellText.rows(folder.resolve(outputs).resolve("detail-2024.xlsx"), "明细表", "序号");
  }

  private List<String> summary(String outputs, int... columns) throws IOException {
    return CellText.rows(folder.resolve(outputs).resolve("summary-2024.xlsx"), "汇总表", "单位编号")
        .stream()
        .map(row -> row.split("\\|", -1))
        .map(row -> String.join("|", IntStream.of(columns).mapToObj(i -> row[i]).toList()))
        .toList();
  }

  private static long rows(String url) throws Exception {
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        ResultSet count =
            connection.createStatement().executeQuery("SELECT COUNT(*) FROM floor_person")) {
      count.next();
      return count.getLong(1);
    }
  }
}
