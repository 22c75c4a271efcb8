package basedecl.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import basedecl.finding.FindingWords;
import basedecl.spreadsheet.Read;
import basedecl.spreadsheet.SpreadsheetFiles;
import basedecl.spreadsheet.gate.ReadLimits;
import basedecl.spreadsheet.gate.RefusedFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetTableTest {

  private enum Payment {
    EMPLOYER,
    PERIOD,
    AMOUNT,
    SERIAL
  }

  private static final HeaderSpec<Payment> SPEC =
      HeaderSpec.of(Payment.class)
          .required(Payment.EMPLOYER, "单位编号", "单位代码")
          .required(Payment.PERIOD, "费款所属期")
          .required(Payment.AMOUNT, "缴费金额")
          .optional(Payment.SERIAL, "流水号")
          .amounts(EnumSet.of(Payment.AMOUNT))
          .build();

  private final Path folder;

  SheetTableTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private List<String> rows(String text) throws IOException, RefusedFileException {
    Path file = Read.file(folder, text.getBytes(StandardCharsets.UTF_8));
    List<String> rows = new ArrayList<>();
    try (SheetTable<Payment> table =
        new SheetTable<>(new SpreadsheetFiles(ReadLimits.DEFAULT).open(file), SPEC)) {
      for (TableRow<Payment> row = table.next(); row != null; row = table.next()) {
        rows.add(
            row.number()
                + row.place(Payment.AMOUNT).columnLetter()
                + row.cell(Payment.EMPLOYER).asText()
                + row.cell(Payment.SERIAL).asText());
      }
    }
    return rows;
  }

  @Test
  void rowsComeOutByTheirColumns() throws Exception {
    String text =
        """
        缴费记录
        缴费金额（元）,单位代码,费款所属期

        100,A1,202401
        缴费金额（元）,单位代码,费款所属期
        200,B2,202401
        300,合计,
        """;

    assertThat(rows(text)).containsExactly("4AA1", "6AB2");
  }

  @Test
  void aTableWithoutRowsIsNoError() throws Exception {
    assertThat(rows("单位编号,费款所属期,缴费金额\n")).isEmpty();
  }

  @Test
  void aCellBesideTheTitlesMaySayAnotherUnit() {
    RefusedFileException refused =
        catchThrowableOfType(
            RefusedFileException.class, () -> rows("缴费金额,单位代码,费款所属期,单位：万元\n1,A1,202401\n"));

    assertThat(refused.finding().code().name()).isEqualTo("UNIT_NOT_YUAN");
  }

  @Test
  void missingColumnsAreNamed() {
    RefusedFileException refused =
        catchThrowableOfType(RefusedFileException.class, () -> rows("单位编号,缴费金额\nA1,100\n"));

    assertThat(refused.finding().code().name()).isEqualTo("HEADER_NOT_FOUND");
    assertThat(FindingWords.of(refused.finding()))
        .containsExactly("header-seen", "费款所属期", "单位编号、缴费金额");
  }
}
