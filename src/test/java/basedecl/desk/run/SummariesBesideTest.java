package basedecl.desk.run;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.desk.run.SummariesBeside.Pair;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummariesBesideTest {

  private static List<Pair> pairs(List<String> expected, List<String> actual) {
    return SummariesBeside.of(1, true, expected, actual).lines();
  }

  @Test
  void whatOnlyOneHasStandsAloneAndTheRestBesideEachOther() {
    assertThat(pairs(List.of("dry", "a", "b"), List.of("a", "b", "real")))
        .containsExactly(
            new Pair("dry", "", false),
            new Pair("a", "a", true),
            new Pair("b", "b", true),
            new Pair("", "real", false));
  }

  @Test
  void aLineThatCameOutOtherwiseStandsBesideWhatWasExpected() {
    assertThat(pairs(List.of("a", "3 people", "z"), List.of("a", "4 people", "z")))
        .containsExactly(
            new Pair("a", "a", true),
            new Pair("3 people", "4 people", false),
            new Pair("z", "z", true));
  }

  @Test
  void whatADryRunSaysOfItselfAndItsFolderAreNoDifference() {
    SummariesBeside beside =
        SummariesBeside.ofDryRun(
            1,
            List.of("试算：基数变动没有入账。", "结果文件在 out/dry-run"),
            List.of("结果文件在 out"),
            Path.of("out/dry-run"),
            Path.of("out"));
    assertThat(beside.same()).isTrue();
    assertThat(beside.dry()).isTrue();
  }

  @Test
  void theSameLinesAreTheSame() {
    assertThat(SummariesBeside.of(1, true, List.of("a"), List.of("a")).same()).isTrue();
    assertThat(SummariesBeside.of(1, true, List.of("a"), List.of()).same()).isFalse();
  }
}
