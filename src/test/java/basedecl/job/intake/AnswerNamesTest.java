package basedecl.job.intake;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.job.intake.AnswerNames.Name;
import basedecl.ledger.intake.IntakeFile;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerNamesTest {

  private final AnswerNames names = new AnswerNames();
  private int sequence;

  private Name of(String path) {
    return names.of(
        new IntakeFile(
            ++sequence,
            1,
            sequence,
            path,
            "c",
            0,
            0,
            Optional.empty(),
            IntakeFile.State.STORED,
            Optional.empty(),
            0,
            0,
            0));
  }

  @Test
  void aFileAndAFolderThatWantOneNameBothGetOne() {
    assertThat(of("x")).isEqualTo(new Name("x.xlsx", true));
    assertThat(of("x.xlsx/y.csv")).isEqualTo(new Name("x.xlsx_y.csv-2-2.xlsx", false));
    assertThat(of("z.xlsx/y.csv")).isEqualTo(new Name("z.xlsx/y.csv.xlsx", true));
    assertThat(of("z")).isEqualTo(new Name("z-4.xlsx", false));
  }

  @Test
  void aNumberedNameThatIsAnothersOwnGetsAFurtherNumber() {
    assertThat(of("a-3.xlsx").path()).isEqualTo("a-3.xlsx");
    assertThat(of("a").path()).isEqualTo("a.xlsx");
    assertThat(of("a.xlsx").path()).isEqualTo("a-3-2.xlsx");
  }

  @Test
  void chineseAndLongNamesAreAsciiAndShort() {
    assertThat(of("报表.xlsx").path()).isEqualTo("__-1.xlsx");
    assertThat(of("n".repeat(255)).path().length()).isLessThan(140);
  }

  private AnswerNames.Folder folder(String path) {
    return names.folder(
        new IntakeFile(
            ++sequence,
            1,
            sequence,
            path,
            "c",
            0,
            0,
            Optional.empty(),
            IntakeFile.State.STORED,
            Optional.empty(),
            0,
            0,
            0));
  }

  @Test
  void theEmployersOfAFileAreAnsweredInAFolderOfItsOwn() {
    AnswerNames.Folder county = folder("sub/county.xlsx");
    assertThat(county.of("0370700001", 1)).isEqualTo("sub/county.xlsx-employers/0370700001.xlsx");
    assertThat(county.centre()).isEqualTo("sub/county.xlsx-employers/for-the-centre.xlsx");
    assertThat(of("sub/county.xlsx")).isEqualTo(new Name("sub/county.xlsx", true));
  }

  @Test
  void codesThatAreNoFileNamesGetTheEmployersPlace() {
    AnswerNames.Folder county = folder("县.csv");
    assertThat(county.path()).isEqualTo("_.csv-1-employers");
    assertThat(county.of("甲/1", 2)).isEqualTo("_.csv-1-employers/__1-2.xlsx");
    assertThat(county.of("../x", 3)).isEqualTo("_.csv-1-employers/___x-3.xlsx");
    assertThat(county.of("for-the-centre", 4)).isEqualTo("_.csv-1-employers/for-the-centre-4.xlsx");
    assertThat(county.of("A".repeat(64), 5))
        .isEqualTo("_.csv-1-employers/" + "A".repeat(40) + "-5.xlsx");
  }

  @Test
  void twoFilesOfOneNameGetTwoFolders() {
    assertThat(folder("a.csv").path()).isEqualTo("a.csv-employers");
    assertThat(folder("a.csv").path()).isEqualTo("a.csv-2-2-employers");
  }
}
