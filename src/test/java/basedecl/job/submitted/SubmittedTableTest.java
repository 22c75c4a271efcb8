package basedecl.job.submitted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import basedecl.finding.Finding;
import basedecl.finding.FindingBounds;
import basedecl.finding.FindingCode;
import basedecl.finding.SourceCell;
import basedecl.message.RefusedException;
import basedecl.spreadsheet.gate.ReadLimits;
import basedecl.table.HeaderSpec;
import basedecl.table.KnownHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmittedTableTest {

  private enum Column {
    EMPLOYER,
    DAY
  }

  private static final HeaderSpec<Column> HEADER =
      HeaderSpec.of(Column.class)
          .required(Column.EMPLOYER, KnownHeader.EMPLOYER_CODE)
          .required(Column.DAY, "确认日期")
          .build();

  @TempDir Path folder = Path.of("");

  private SubmittedTable<Column> table(String text) throws IOException {
    return new SubmittedTable<>(
        Files.writeString(folder.resolve("table.csv"), text), HEADER, ReadLimits.DEFAULT);
  }

  @Test
  void aLineWithAFaultIsRefusedAndTheOthersGoOn() throws IOException {
    SubmittedLines<Column> table =
        table("单位编号,确认日期\n0370700001,2024-02-30\n0370700002,2024-01-30\n0370700003,2024-01-31,x\n")
            .lines();
    List<Optional<LocalDate>> days = new ArrayList<>();
    table.lines().forEach(line -> days.add(line.day(Column.DAY)));
    assertThat(days)
        .containsExactly(
            Optional.empty(),
            Optional.of(LocalDate.of(2024, 1, 30)),
            Optional.of(LocalDate.of(2024, 1, 31)));
    assertThat(table.lines())
        .extracting(SubmittedLine::isRefused)
        .containsExactly(true, false, true);
    assertThat(table.findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.DATE_INVALID, FindingCode.ROW_TOO_WIDE);
    assertThat(table.findings())
        .extracting(Finding::place)
        .containsExactly(new SourceCell("", 2, 1), new SourceCell("", 4, 2));
  }

  @Test
  void aFaultBearsTheEmployerOfItsLine() throws IOException {
    SubmittedLines<Column> table = table("单位编号,确认日期\n0370700001,2024-01-30\n").lines();
    SubmittedLine<Column> line = table.lines().get(0);
    line.faults(Column.DAY, line.text(Column.EMPLOYER)).add(FindingCode.DATE_INVALID);
    assertThat(table.findings()).extracting(Finding::employer).containsExactly("0370700001");
  }

  @Test
  void aFileThatCannotBeReadGivesItsReasonAndNoLines() throws IOException {
    SubmittedLines<Column> table = table("单位编号,金额\n0370700001,1.00\n").lines();
    assertThat(table.lines()).isEmpty();
    assertThat(table.refused()).map(Finding::code).contains(FindingCode.HEADER_NOT_FOUND);
    assertThat(table.findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.HEADER_NOT_FOUND);
  }

  @Test
  void whereTheJobCannotDoWithoutItTheFileIsRefusedInTheJobsWords() throws IOException {
    SubmittedTable<Column> table = table("单位编号,金额\n0370700001,1.00\n");
    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class, () -> table.checkReadable("review.file-unreadable"));
    assertThat(refused.text().key()).isEqualTo("review.file-unreadable");
    assertThat(refused.text().arguments())
        .startsWith(folder.resolve("table.csv").toString())
        .endsWith("HEADER_NOT_FOUND");
  }

  @Test
  void moreFaultsThanAnybodyReadsAreCounted() throws IOException {
    SubmittedLines<Column> table =
        table("单位编号,确认日期\n" + "0370700001,never\n".repeat(1_500)).lines();
    table.lines().forEach(line -> line.day(Column.DAY));
    assertThat(table.findings()).hasSize(FindingBounds.LISTED + 1);
    assertThat(FindingBounds.count(table.findings())).isEqualTo(1_500);
  }
}
