package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person types, reads and gets as exit status. */
@NullUnmarked
class CommandsTest {

  private static final String GOOD = "samples/inbox/limits/8-of-11-at-lower-flagged.xlsx";
  private static final String BAD = "samples/inbox/refused-rows/every-kind-of-mistake.csv";

  @TempDir Path folder;

  @Test
  void aGoodFileIsReadyToSendAndItsClerkLearnsThatItWillBeFlagged() {
    Workplace.Ended ended = Workplace.command("check", GOOD, "--set", "business-date=2024-01-26");
    assertThat(ended.status()).isZero();
    assertThat(ended.out())
        .contains("【可以报送】", "0370700037", "72.73%", "超过 70.00%", "49178.01", "5 人提高到下限")
        .contains("暂用数");
  }

  @Test
  void aBadFileEndsWithThreeAndEveryMistakeIsToldAtOnceWithItsCell() {
    Workplace.Ended ended = Workplace.command("check", BAD);
    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.out())
        .contains("【需要修改】", "D2", "F3", "G3", "F4", "G5", "G6", "F8")
        .contains("NAME_MISSING", "ID_CHECKSUM", "PERSON_DUPLICATE");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void jsonHasOneObjectALineWithTheFieldsOthersRelyOn() {
    Workplace.Ended ended = Workplace.command("check", "--json", BAD, GOOD, "--lang", "en");
    assertThat(ended.status()).isEqualTo(3);
    List<JsonNode> lines =
        ended.out().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    assertThat(lines).hasSize(8);
    JsonNode first = lines.get(0);
    assertThat(first.get("file").asString()).isEqualTo(BAD);
    assertThat(first.get("verdict").asString()).isEqualTo("REJECTED");
    assertThat(first.get("employer").asString()).isEqualTo("0370700061");
    assertThat(first.get("code").asString()).isEqualTo("NAME_MISSING");
    assertThat(first.get("severity").asString()).isEqualTo("error");
    assertThat(first.get("row").asInt()).isEqualTo(2);
    assertThat(first.get("column").asString()).isEqualTo("D");
    assertThat(first.get("message").asString()).isNotBlank();
    assertThat(first.get("remedy").asString()).isNotBlank();
    JsonNode good = lines.get(7);
    assertThat(good.get("verdict").asString()).isEqualTo("ACCEPTED");
    assertThat(good.has("code")).isFalse();
  }

  @Test
  void theWorkbookComesBackMarked() throws IOException {
    Path answers = folder.resolve("answers");
    assertThat(Workplace.command("check", BAD, GOOD, "--output", answers.toString()).status())
        .isEqualTo(3);
    try (Stream<Path> files = Files.list(answers)) {
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .containsExactly("every-kind-of-mistake.csv.xlsx");
    }
  }

  @Test
  void otherLimitsAndAnotherThresholdComeFromAFolderOfPolicies() throws IOException {
    Files.writeString(
        folder.resolve("town-employee-medical.yaml"),
        """
        policy: town-employee-medical
        title: 试算
        limits:
          - {year: 2025, from: 2025-01, lower: 2000, upper: 9000, status: final, published: 2024-12-01, citation: "试算"}
        audit:
          - {from: 2025-01, more-than: 0.90, citation: "试算"}
        """);
    Workplace.Ended ended =
        Workplace.command(
            "check",
            GOOD,
            "--set",
            "policy=town-employee-medical",
            "--set",
            "policies=" + folder,
            "--set",
            "business-date=2025-01-10");
    assertThat(ended.status()).isZero();
    assertThat(ended.out()).contains("2000.00", "9000.00", "未超过 90.00%").doesNotContain("每月应缴");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "frob | frob",
        "run | JOBFILE",
        "run nowhere.yaml | nowhere.yaml",
        "check | FILE",
        "check nowhere.xlsx | nowhere.xlsx",
        "check " + GOOD + " --set yaer=2024 | yaer",
        "check " + GOOD + " --set year | year",
        "check " + GOOD + " --set year=next | next",
        "template | --output",
        "template --kind x --output y.xlsx | x",
        "policy show nothing | nothing",
        "policy show weifang-employee-medical --known-on yesterday | yesterday",
        "--lang fr policy list | fr",
        "run jobs/declaration.yaml --set inbox=nowhere | nowhere",
        "run jobs/declaration.yaml --set database=jdbc:oracle:x | jdbc:h2",
        "run jobs/declaration.yaml --set policy=nothing | nothing",
        "run jobs/declaration.yaml --set year=2019 | 2019",
        "run jobs/declaration.yaml --set output=samples/inbox/out | output"
      })
  void wrongUsageEndsWithTwoAndOneSentenceThatNamesTheWord(String line, String word) {
    Workplace.Ended ended = Workplace.command(line.split(" "));
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains(word).doesNotContain("Exception", "\tat ");
    assertThat(ended.err().strip().lines()).hasSize(1);
    assertThat(Path.of("samples/inbox/out")).doesNotExist();
  }

  @Test
  void aJobFileIsRefusedWithItsLine() throws IOException {
    Path job = folder.resolve("job.yaml");
    Files.writeString(
        job,
        """
        job: declaration
        policy: weifang-employee-medical
        yeer: 2024
        """);
    Workplace.Ended ended = Workplace.command("run", job.toString(), "--lang", "en");
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains(job + ":3", "yeer", "year");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--lang en"})
  void everyCommandHelpsWithAnExample(String language) {
    for (String command : List.of("run", "check", "template", "policy")) {
      String[] words = (command + " --help " + language).strip().split(" ");
      Workplace.Ended ended = Workplace.command(words);
      assertThat(ended.status()).isZero();
      assertThat(ended.out()).contains("java -jar").contains("--help");
    }
  }

  @Test
  void aBlankTableOfStaffChangesIsWrittenAndNoOtherKind() {
    Path file = folder.resolve("changes.xlsx");
    String output = file.toString();
    assertThat(
            Workplace.command("template", "--kind", "staff-changes", "--output", output).status())
        .isZero();
    assertThat(file).isNotEmptyFile();
    Workplace.Ended unknown =
        Workplace.command("template", "--kind", "everybody", "--output", output);
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("everybody", "staff-changes");
  }

  @Test
  void aBlankTemplateIsWrittenForBothPopulations() {
    for (String kind : List.of("employees", "retirees")) {
      Path file = folder.resolve(kind + ".xlsx");
      assertThat(
              Workplace.command("template", "--kind", kind, "--output", file.toString()).status())
          .isZero();
      assertThat(file).isNotEmptyFile();
      assertThat(Workplace.command("check", file.toString(), "--set", "kind=" + kind).out())
          .contains("NO_ROWS");
    }
  }
}
