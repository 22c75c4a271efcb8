package basedecl.report.collection;

import basedecl.assessment.collection.BatchLine;
import basedecl.assessment.collection.Collected;
import basedecl.file.ReplacedFile.Written;
import basedecl.ledger.collection.CollectionLine;
import basedecl.workbook.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The sheet 征集明细 for programs: {@code collection-YYYY-MM-BATCH.csv}. */
public final class CollectionCsv {

  private CollectionCsv() {}

  /**
   * Writes the file in {@code folder}.
   *
   * @param names whose names head the columns; ours where left out
   */
  public static Written write(
      Path folder,
      CollectionHeading heading,
      List<CollectionLine> lines,
      Optional<ColumnNames> names)
      throws IOException {
    List<String> header =
        CollectionWorkbook.titles().stream()
            .map(title -> names.map(known -> known.inCsv(title)).orElse(title))
            .map(CsvTable::harmless)
            .toList();
    try (CsvTable csv = CsvTable.at(folder.resolve(heading.fileName() + ".csv"), header)) {
      for (CollectionLine each : lines) {
        BatchLine line = each.line();
        Collected sent = line.difference();
        csv.row(
            List.of(
                CsvTable.harmless(line.key().employerCode()),
                CsvTable.harmless(each.creditCode()),
                line.key().period().toString(),
                CsvTable.harmless(heading.policy().title()),
                Long.toString(sent.persons()),
                sent.bases().toString(),
                sent.employer().toString(),
                sent.personal().toString(),
                sent.lateFee().toString(),
                Integer.toString(each.batch())));
      }
      return csv.finish();
    }
  }
}
