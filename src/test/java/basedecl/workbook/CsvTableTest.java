package basedecl.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

  private final Path folder;

  CsvTableTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void cellsAreQuotedWhereTheyNeedIt() throws IOException {
    Path target = folder.resolve("t.csv");
    try (CsvTable table = CsvTable.at(target, List.of("a", "b"))) {
      table.row(List.of("一,二", "说\"话\""));
      table.row(List.of("三", "两\n行"));
      table.finish();
    }
    assertThat(Files.readString(target)).isEqualTo("a,b\n\"一,二\",\"说\"\"话\"\"\"\n三,\"两\n行\"\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1", "+1", "-1", "@a", "\t1", "\r1", "\n1", "＝1", "＋1", "－1", "＠a"})
  void whatLooksLikeAFormulaIsMadeHarmless(String text) {
    assertThat(CsvTable.harmless(text)).isEqualTo("'" + text);
    assertThat(CsvTable.harmlessPath(text)).isEqualTo("./" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0370000001", "a=b", "某单位.xlsx", "sub/=x.csv"})
  void otherTextStaysAsItIs(String text) {
    assertThat(CsvTable.harmless(text)).isEqualTo(text);
    assertThat(CsvTable.harmlessPath(text)).isEqualTo(text);
  }

  @Test
  void aRowOfAnotherLengthIsRefused() throws IOException {
    try (CsvTable table = CsvTable.at(folder.resolve("t.csv"), List.of("a", "b"))) {
      assertThatThrownBy(() -> table.row(List.of("1")))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(folder).isEmptyDirectory();
  }
}
