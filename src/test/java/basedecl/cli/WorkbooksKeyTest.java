package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key {@code workbooks} of the jobs that take files in. */
@Tag("run")
@NullUnmarked
class WorkbooksKeyTest {

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"declaration", "retirees", "review"})
  void anotherValueIsRefusedWithItsLineAndTheAllowedOnes(String job) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("jobs", job + ".yaml"));
    int line = lines.indexOf("workbooks: year");
    lines.set(line, "workbooks: month");
    Path file = Files.write(folder.resolve("job.yaml"), lines);

    Workplace.Ended ended = Workplace.command("run", file.toString());

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err())
        .contains(file + ":" + (line + 1), "workbooks", "month", "year", "none")
        .hasLineCount(1);
  }

  @Test
  void aReviewWithoutItsWorkbookTellsEachLineThatWasNotUsed() throws IOException {
    Workplace place = new Workplace(folder);
    place.declare(
        "declaration", "2024-01-20", "单位编号,姓名,证件号码,月均工资", "0370700001,沈月,370702199001010012,5000");
    Path decisions =
        place.file("decisions.csv", "单位编号,决定,意见", "0370700001,通过,", "0370700002,退回,缺签字");

    Workplace.Ended ended =
        place.run(
            "review",
            "materials=",
            "confirmations=",
            "decisions=" + decisions,
            "workbooks=none",
            "business-date=2024-01-22");

    assertThat(ended.status()).as(ended.said()).isZero();
    assertThat(place.output().resolve("progress-2024.xlsx")).doesNotExist();
    assertThat(ended.out())
        .contains("没有写年度各表")
        .contains("第 2 行，")
        .contains("第 3 行，")
        .doesNotContain("问题清单");
  }
}
