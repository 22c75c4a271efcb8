package basedecl.reference;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.cli.InProcess;
import basedecl.spreadsheet.CellText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlowReferenceTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void theWorkbooksOfARandomNightSayWhatTheSlowReferenceSays(long seed) throws IOException {
    List<SentFile> files = RandomNight.of(seed);
    deliver(files);
    InProcess.Ended ended = InProcess.run(words());
    assertThat(ended.status()).as(ended.said()).isZero();
    SlowReference reference = new SlowReference(files);
    assertThat(rows("summary-2024.xlsx", "汇总表", "单位编号")).isEqualTo(reference.summary());
    assertThat(rows("detail-2024.xlsx", "明细表", "序号")).isEqualTo(reference.detail());
    assertThat(rows("flagged-2024.xlsx", "按下限缴费人员", "单位编号")).isEqualTo(reference.flagged());
  }

  private List<String> rows(String workbook, String sheet, String firstTitle) throws IOException {
    return CellText.rows(folder.resolve("output").resolve(workbook), sheet, firstTitle);
  }

  /** Each file a second after the one before: that is the order in which they count. */
  private void deliver(List<SentFile> files) throws IOException {
    StringBuilder roster = new StringBuilder("单位编号,单位名称,经办机构\n");
    for (int employer = 0; employer < 20; employer++) {
      roster.append(RandomNight.code(employer)).append(',').append(RandomNight.name(employer));
      roster.append(",市直\n");
    }
    Files.writeString(folder.resolve("roster.csv"), roster);
    Instant time = Instant.parse("2024-01-25T09:00:00Z");
    for (SentFile file : files) {
      Path target = folder.resolve("inbox").resolve(file.path());
      SentFileWriter.write(file, target);
      time = time.plusSeconds(1);
      Files.setLastModifiedTime(target, FileTime.from(time));
    }
  }

  private String[] words() {
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
    return words.toArray(String[]::new);
  }
}
