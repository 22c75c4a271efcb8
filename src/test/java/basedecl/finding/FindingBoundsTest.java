package basedecl.finding;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.message.Language;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingBoundsTest {

  private static Finding finding(FindingCode code, String employer, int row) {
    return Finding.of(code, employer, SourceCell.row("", row));
  }

  @Test
  void theFirstThousandOfACodeAreListedAndTheOthersCounted() {
    List<Finding> all =
        IntStream.rangeClosed(1, 2_500)
            .mapToObj(row -> finding(FindingCode.WAGE_MISSING, "E1", row))
            .toList();
    List<Finding> bounded = FindingBounds.of(all);

    assertThat(bounded).hasSize(1_001).startsWith(all.subList(0, 1_000).toArray(Finding[]::new));
    Finding others = bounded.get(1_000);
    assertThat(FindingText.sentence(others, Language.ZH)).isEqualTo("其余 1500 处同类问题未列出。");
    assertThat(others.employer()).isEqualTo("E1");
    assertThat(FindingBounds.count(bounded)).isEqualTo(2_500);
  }

  @Test
  void everyEmployerKeepsItsFirstFindingOfACode() {
    FindingBounds bounds = new FindingBounds();
    for (int row = 1; row <= 1_000; row++) {
      bounds.admits(finding(FindingCode.WAGE_MISSING, "E1", row));
    }
    assertThat(bounds.admits(finding(FindingCode.WAGE_MISSING, "E2", 1_001))).isTrue();
    assertThat(bounds.admits(finding(FindingCode.WAGE_MISSING, "E2", 1_002))).isFalse();
    assertThat(bounds.admits(finding(FindingCode.ID_MISSING, "E2", 1_002))).isTrue();
    assertThat(bounds.leftOut()).singleElement().extracting(Finding::employer).isEqualTo("E2");
  }

  @Test
  void manyEmployersDoNotMakeTheListEndless() {
    FindingBounds bounds = new FindingBounds();
    long listed =
        IntStream.range(0, 65_000)
            .mapToObj(i -> finding(FindingCode.EMPLOYER_UNKNOWN, "E" + i, i))
            .filter(bounds::admits)
            .count();
    assertThat(listed).isEqualTo(10_000);
    assertThat(bounds.leftOut()).singleElement().extracting(Finding::employer).isEqualTo("");
  }
}
