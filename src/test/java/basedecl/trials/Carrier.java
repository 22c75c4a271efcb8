package basedecl.trials;

import java.io.IOException;
import java.util.List;
import java.util.Random;

/** What a file is written in. */
enum Carrier {
  XLSX(true) {
    @Override
    byte[] write(List<Grid> grids, boolean recalculates, Random random) {
      return XlsxGrids.bytes(grids, recalculates, random.nextBoolean());
    }
  },
  XLS(true) {
    @Override
    byte[] write(List<Grid> grids, boolean recalculates, Random random) throws IOException {
      return XlsGrids.bytes(grids);
    }
  },
  CSV(false) {
    @Override
    byte[] write(List<Grid> grids, boolean recalculates, Random random) {
      return CsvGrids.bytes(grids.get(0), random);
    }
  },
  HTML(false) {
    @Override
    byte[] write(List<Grid> grids, boolean recalculates, Random random) {
      return MarkupGrids.html(grids.get(0), random);
    }
  },
  XML_2003(false) {
    @Override
    byte[] write(List<Grid> grids, boolean recalculates, Random random) {
      return MarkupGrids.xml(grids.get(0), random);
    }
  };

  private final boolean workbook;

  Carrier(boolean workbook) {
    this.workbook = workbook;
  }

  /** Whether it has sheets, merged cells, formulas, number formats and what can be hidden. */
  boolean isWorkbook() {
    return workbook;
  }

  /**
   * @param recalculates the formulas' results are said to be out of date
   */
  abstract byte[] write(List<Grid> grids, boolean recalculates, Random random) throws IOException;
}
