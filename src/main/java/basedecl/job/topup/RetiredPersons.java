package basedecl.job.topup;

import basedecl.declaration.SubmittedCells;
import basedecl.finding.FileFinding;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.FindingText;
import basedecl.job.submitted.SubmittedLine;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.person.IdNumber;
import basedecl.settings.JobSettings;
import basedecl.spreadsheet.SpreadsheetFiles;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.table.HeaderSpec;
import basedecl.table.KnownHeader;
import basedecl.table.SheetTable;
import basedecl.table.TableRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who retired, and in which month, as the agency hands it over: 证件号码, 退休月份, and 姓名 where it is
 * given.
 */
record RetiredPersons(Map<IdNumber, Retired> persons, List<FileFinding> findings) {

  /** {@code name} is empty where the list has none. */
  record Retired(String name, YearMonth month) {}

  private enum Column {
    NAME,
    DOCUMENT_KIND,
    ID_NUMBER,
    MONTH
  }

  private static final HeaderSpec<Column> HEADER =
      HeaderSpec.of(Column.class)
          .optional(Column.NAME, KnownHeader.NAME)
          .optional(Column.DOCUMENT_KIND, KnownHeader.DOCUMENT_KIND)
          .required(Column.ID_NUMBER, KnownHeader.ID_NUMBER)
          .required(Column.MONTH, "退休月份", "退休年月", "退休时间")
          .build();

  /**
   * Reads the list the settings name; nobody where they name none.
   *
   * @throws RefusedException if the file as a whole cannot be read
   */
  static RetiredPersons read(JobSettings settings, LocalDate businessDate) throws IOException {
    Map<IdNumber, Retired> persons = new LinkedHashMap<>();
    List<FileFinding> findings = new ArrayList<>();
    Optional<Path> file = settings.optionalPath(TopUpJob.RETIRED);
    if (file.isPresent()) {
      read(settings, file.get(), businessDate, persons, findings);
    }
    return new RetiredPersons(persons, findings);
  }

  private static void read(
      JobSettings settings,
      Path file,
      LocalDate businessDate,
      Map<IdNumber, Retired> persons,
      List<FileFinding> findings)
      throws IOException {
    try (SheetTable<Column> table =
        SheetTable.open(new SpreadsheetFiles(settings.readLimits()), file, HEADER)) {
      for (TableRow<Column> row = table.next(); row != null; row = table.next()) {
        SubmittedLine<Column> line = new SubmittedLine<>(row);
        read(line, businessDate, persons);
        line.findings()
            .forEach(f -> findings.add(new FileFinding(String.valueOf(file.getFileName()), f)));
      }
    } catch (RefusedFileException e) {
      Finding finding = e.finding();
      throw new RefusedException(
          Message.of(
              "flexible.retired-unreadable",
              file.toString(),
              FindingText.sentence(finding, Language.ZH),
              FindingText.remedy(finding, Language.ZH)),
          e);
    }
  }

  private static void read(
      SubmittedLine<Column> line, LocalDate businessDate, Map<IdNumber, Retired> persons) {
    Optional<IdNumber> number = line.idNumber(Column.DOCUMENT_KIND, Column.ID_NUMBER, businessDate);
    Optional<YearMonth> month =
        SubmittedCells.month(line.cell(Column.MONTH), line.faults(Column.MONTH));
    if (number.isPresent() && month.isPresent()) {
      Retired retired = new Retired(SubmittedCells.text(line.cell(Column.NAME)), month.get());
      Retired before = persons.putIfAbsent(number.get(), retired);
      if (before != null && !before.month().equals(retired.month())) {
        line.faults(Column.ID_NUMBER).add(FindingCode.PERSON_DUPLICATE);
      }
    }
  }
}
