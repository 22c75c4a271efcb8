package basedecl.declarationfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import basedecl.cell.CellValue;
import basedecl.cell.Field;
import basedecl.declarationfile.EmployerOfRow.Told;
import basedecl.declarationfile.EmployerOfRow.WholeSheet;
import basedecl.finding.FindingCode;
import basedecl.policy.Population;
import basedecl.spreadsheet.Read;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.row.MergedCells;
import basedecl.spreadsheet.row.SheetRow;
import basedecl.spreadsheet.row.SheetTraits;
import basedecl.table.HeaderFinder;
import basedecl.table.HeaderMatch;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EmployerOfRowTest {

  private final EmployerCodes codes = new EmployerCodes(Optional.empty());

  /** A sheet of which a second reading says this, and how often it was asked for. */
  private static final class Sheet implements WholeSheet {
    private final EmployerSurvey survey = new EmployerSurvey();
    private int asked;

    @Override
    public EmployerSurvey survey() {
      asked++;
      return survey;
    }

    @Override
    public MergedCells merged() {
      return MergedCells.NONE;
    }
  }

  private static SheetRow row(int number, String... cells) {
    return new SheetRow(
        "",
        number,
        false,
        Stream.of(cells)
            .map(cell -> cell.isEmpty() ? CellValue.Blank.BLANK : Read.text(cell))
            .toList());
  }

  private DeclarationTable table(String... titles) throws RefusedFileException {
    HeaderMatch<Field> match =
        new HeaderFinder<>(Read.form(Population.EMPLOYEES).header()).offer(row(1, titles));
    assertThat(match).isInstanceOf(HeaderMatch.Found.class);
    return match instanceof HeaderMatch.Found<Field> found
        ? new DeclarationTable(found.columns(), codes, SheetTraits.NONE)
        : table();
  }

  private static Told of(EmployerOfRow employers, DeclarationTable table, SheetRow row)
      throws RefusedFileException, IOException {
    table.see(row);
    return employers.of(row, table);
  }

  @Test
  void theOwnColumnGoesBeforeTheBlockAndTheBlockBeforeTheSheet() throws Exception {
    Sheet sheet = new Sheet();
    sheet.survey.person("0009", "");
    EmployerOfRow employers = new EmployerOfRow(codes, "0008", Optional.of(sheet));
    DeclarationTable table = table("单位编号", "姓名", "证件号码", "月均工资");
    assertThat(of(employers, table, row(2, "0001", "张三", "1", "5000")).code()).isEqualTo("0001");
    assertThat(of(employers, table, row(3, "", "李四", "2", "5000")).code()).isEqualTo("0009");

    employers.startSheet(true);
    employers.take(EmployerBlock.read(row(1, "单位编号：0002")));
    employers.take(EmployerBlock.read(row(2, "单位名称：某单位")));
    employers.headed();
    assertThat(of(employers, table, row(4, "", "李四", "2", "5000")))
        .isEqualTo(new Told("0002", "某单位"));
    assertThat(of(employers, table, row(5, "0003", "王五", "3", "5000")))
        .as("the block's name is that of its own code")
        .isEqualTo(new Told("0003", ""));
    assertThat(sheet.asked).isEqualTo(1);
  }

  @Test
  void theFoldersCodeServesWhereTheWholeFileNamesNobody() throws Exception {
    Sheet sheet = new Sheet();
    EmployerOfRow employers = new EmployerOfRow(codes, "0008", Optional.of(sheet));
    DeclarationTable table = table("姓名", "证件号码", "月均工资");
    for (int i = 2; i < 5; i++) {
      assertThat(of(employers, table, row(i, "张三", "1", "5000")).code()).isEqualTo("0008");
    }
    assertThat(sheet.asked).as("once for a sheet").isEqualTo(1);
    employers.finishFile();

    employers.startSheet(true);
    employers.take(EmployerBlock.read(row(1, "单位编号：0002")));
    assertThatExceptionOfType(RefusedFileException.class)
        .isThrownBy(employers::finishFile)
        .satisfies(
            refused -> {
              assertThat(refused.finding().code()).isEqualTo(FindingCode.EMPLOYER_MISSING);
              assertThat(refused.finding().place().row()).isEqualTo(2);
            });
  }

  @Test
  void lookedAtAsAWholeARowTellsWhatItSaysItself() throws Exception {
    EmployerOfRow employers = new EmployerOfRow(codes, "", Optional.empty());
    DeclarationTable table = table("单位编号", "姓名", "证件号码", "月均工资");
    assertThat(of(employers, table, row(2, "", "李四", "2", "5000")).code()).isEmpty();
    assertThat(employers.survey().namesNobody()).isTrue();
    assertThat(of(employers, table, row(3, "0001", "张三", "1", "5000")).code()).isEqualTo("0001");
    assertThat(employers.survey().only("")).isEqualTo("0001");
  }
}
