package basedecl.job.review;

import basedecl.declaration.procedure.DeclarationState;
import basedecl.finding.Finding;
import basedecl.finding.SourceCell;
import basedecl.spreadsheet.SpreadsheetFiles;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.table.HeaderSpec;
import basedecl.table.KnownHeader;
import basedecl.table.SheetTable;
import basedecl.table.TableRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of the agency's decisions (contract 7): 单位编号, 决定 (通过 or 退回), 意见.
 *
 * <pre>
 * 单位编号,决定,意见
 * 0370700001,通过,
 * 0370700002,退回,明细表第3页缺少职工签字
 * </pre>
 */
record DecisionLine(
    SourceCell place, String employer, String decision, String opinion, Optional<Finding> tooWide) {

  private enum Column {
    EMPLOYER,
    DECISION,
    OPINION
  }

  private static final HeaderSpec<Column> HEADER =
      HeaderSpec.of(Column.class)
          .required(Column.EMPLOYER, KnownHeader.EMPLOYER_CODE, "缴费人识别号")
          .required(Column.DECISION, "决定", "审核决定", "审核结果")
          .optional(Column.OPINION, "意见", "审核意见", "退回原因")
          .build();

  /** Every line of the file. */
  static List<DecisionLine> read(SpreadsheetFiles files, Path file)
      throws RefusedFileException, IOException {
    List<DecisionLine> lines = new ArrayList<>();
    try (SheetTable<Column> table = SheetTable.open(files, file, HEADER)) {
      for (TableRow<Column> row = table.next(); row != null; row = table.next()) {
        lines.add(
            new DecisionLine(
                row.place(Column.DECISION),
                row.cell(Column.EMPLOYER).asText(),
                row.cell(Column.DECISION).asText(),
                row.cell(Column.OPINION).asText(),
                row.tooWide()));
      }
    }
    return lines;
  }

  /** The state the decision leads to; empty where it is neither of the two words. */
  Optional<DeclarationState> leadsTo() {
    return switch (decision.replaceAll("\\s+", "")) {
      case "通过" -> Optional.of(DeclarationState.APPROVED);
      case "退回" -> Optional.of(DeclarationState.RETURNED);
      default -> Optional.empty();
    };
  }
}
