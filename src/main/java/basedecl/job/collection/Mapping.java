package basedecl.job.collection;

import basedecl.policyfile.MappingFile;
import basedecl.report.collection.CollectionWorkbook;
import basedecl.report.collection.ColumnNames;
import java.nio.file.Path;

/** The file of other systems' column names, as the workbook shows it. */
final class Mapping {

  private Mapping() {}

  /**
   * @throws basedecl.message.RefusedException naming file, line and word of the first thing wrong
   */
  static ColumnNames read(Path file) {
    MappingFile mapping = MappingFile.read(file, CollectionWorkbook.titles());
    return new ColumnNames(
        mapping.title(),
        mapping.csvHeader(),
        mapping.columns().stream()
            .map(
                each ->
                    new ColumnNames.Column(
                        each.column(),
                        each.platform(),
                        each.taxClient(),
                        each.secondary(),
                        each.citation()))
            .toList());
  }
}
