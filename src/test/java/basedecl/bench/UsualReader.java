package basedecl.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** A declaration's lines by POI's user model or Commons CSV, after the row with 单位编号 in it. */
public class UsualReader implements ItemStreamReader<UsualLine> {

  private final Path file;
  private Workbook workbook;
  private Iterator<List<Object>> rows;
  private String sheet = "";
  private int rowNo;
  private boolean begun;

  public UsualReader(String file) {
    this.file = Path.of(file);
  }

  @Override
  public void open(ExecutionContext context) {
    try {
      rows = file.toString().endsWith(".csv") ? csv() : workbook();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Iterator<List<Object>> workbook() throws IOException {
    workbook = WorkbookFactory.create(file.toFile(), null, true);
    sheet = workbook.getSheetAt(0).getSheetName();
    return StreamSupport.stream(workbook.getSheetAt(0).spliterator(), false)
        .map(UsualReader::cells)
        .iterator();
  }

  private static List<Object> cells(Row row) {
    List<Object> cells = new ArrayList<>();
    for (int column = 0; column < row.getLastCellNum(); column++) {
      Cell cell = row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
      cells.add(
          cell.getCellType() == CellType.NUMERIC
              ? BigDecimal.valueOf(cell.getNumericCellValue())
              : cell.getStringCellValue());
    }
    return cells;
  }

  private Iterator<List<Object>> csv() throws IOException {
    CSVParser parser =
        CSVParser.parse(text(ByteBuffer.wrap(Files.readAllBytes(file))), CSVFormat.DEFAULT);
    return parser.stream().map(line -> List.<Object>copyOf(line.toList())).iterator();
  }

  private static String text(ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException notUtf8) {
      bytes.rewind();
      return Charset.forName("GB18030").decode(bytes).toString();
    }
  }

  @Override
  public UsualLine read() {
    while (rows.hasNext()) {
      List<Object> cells = rows.next();
      rowNo++;
      if (begun) {
        return line(cells);
      }
      begun = cells.size() > 1 && cells.get(1).toString().contains("单位编号");
    }
    return null;
  }

  private UsualLine line(List<Object> cells) {
    UsualLine line = new UsualLine();
    line.setEmployerCode(cells.get(1).toString().trim());
    line.setEmployerName(cells.get(2).toString().trim());
    line.setPersonName(cells.get(3).toString().trim());
    line.setDocumentKind(cells.get(4).toString().trim());
    line.setIdNumber(cells.get(5).toString().trim());
    line.setDeclaredWage(
        cells.get(6) instanceof BigDecimal wage ? wage : new BigDecimal(cells.get(6).toString()));
    line.setRemarks(cells.size() > 7 ? cells.get(7).toString() : "");
    line.setSheet(sheet);
    line.setRowNo(rowNo);
    return line;
  }

  @Override
  public void close() {
    if (workbook != null) {
      try {
        workbook.close();
      } catch (IOException unclosed) {
        throw new UncheckedIOException(unclosed);
      }
    }
  }
}
