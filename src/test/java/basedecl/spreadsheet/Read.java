package basedecl.spreadsheet;

import basedecl.cell.CellValue;
import basedecl.declaration.row.RawRow;
import basedecl.declarationfile.DeclarationForm;
import basedecl.declarationfile.DeclarationRows;
import basedecl.finding.Finding;
import basedecl.finding.FindingWords;
import basedecl.policy.Population;
import basedecl.spreadsheet.gate.ReadLimits;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.row.RowSource;
import basedecl.spreadsheet.row.SheetRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads files whole, for tests. */
public final class Read {

  private Read() {}

  public static Path file(Path folder, byte[] bytes) throws IOException {
    return Files.write(Files.createTempFile(folder, "case", ".bin"), bytes);
  }

  static List<SheetRow> rows(Path file) throws IOException, RefusedFileException {
    return rows(file, ReadLimits.DEFAULT);
  }

  static List<SheetRow> rows(Path file, ReadLimits limits)
      throws IOException, RefusedFileException {
    List<SheetRow> rows = new ArrayList<>();
    try (RowSource source = new SpreadsheetFiles(limits).open(file)) {
      for (SheetRow row = source.next(); row != null; row = source.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  public static List<RawRow> persons(Path file) throws IOException, RefusedFileException {
    return persons(file, Population.EMPLOYEES);
  }

  /** A form of the year 2024 without a roster. */
  public static DeclarationForm form(Population population) {
    return new DeclarationForm(population, 2024, Optional.empty(), Map.of());
  }

  public static List<RawRow> persons(Path file, Population population)
      throws IOException, RefusedFileException {
    List<RawRow> persons = new ArrayList<>();
    try (DeclarationRows rows =
        new DeclarationRows(
            new SpreadsheetFiles(ReadLimits.DEFAULT).open(file),
            Read.form(population),
            List.of())) {
      for (RawRow row = rows.next(); row != null; row = rows.next()) {
        persons.add(row);
      }
    }
    return persons;
  }

  /** The code and reason of the refusal, such as {@code FILE_DAMAGED checksum}, or "read". */
  public static String verdict(Path file) throws IOException {
    return verdict(file, ReadLimits.DEFAULT);
  }

  public static String verdict(Path file, ReadLimits limits) throws IOException {
    try {
      rows(file, limits);
      return "read";
    } catch (RefusedFileException e) {
      return e.finding().code() + " " + e.finding().reason().orElseThrow().word();
    }
  }

  /** The finding of a declaration refused as a whole, as code, place, reason and arguments. */
  public static String refusal(Path file) throws IOException {
    try {
      persons(file);
      return "read";
    } catch (RefusedFileException e) {
      Finding finding = e.finding();
      return "%s %s!%d %s"
          .formatted(
              finding.code(),
              finding.place().sheet(),
              finding.place().row(),
              String.join("|", FindingWords.of(finding)));
    }
  }

  public static CellValue text(String text) {
    return new CellValue.Text(text);
  }

  static CellValue number(String number) {
    return new CellValue.Numeric(new BigDecimal(number), 0, false);
  }
}
