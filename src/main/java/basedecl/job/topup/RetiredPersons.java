package basedecl.job.topup;

import basedecl.finding.FileFinding;
import basedecl.finding.Finding;
import basedecl.finding.FindingBounds;
import basedecl.finding.FindingCode;
import basedecl.job.submitted.SubmittedLine;
import basedecl.job.submitted.SubmittedTable;
import basedecl.ledger.flexible.Retirement;
import basedecl.message.RefusedException;
import basedecl.person.IdNumber;
import basedecl.settings.JobSettings;
import basedecl.table.HeaderSpec;
import basedecl.table.KnownHeader;
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
 * Who retired, and in which month, as the agency submits it.
 *
 * <pre>
 * 姓名       optional  shown for those without an election
 * 证件类型    optional  居民身份证 where left out
 * 证件号码    required  the person
 * 退休月份    required  a month; the months before it are topped up
 *
 * 姓名,证件号码,退休月份
 * 韩宏图,370784196208152035,2022-08  → retired in August: topped up to July
 * ,370702197501014010,202203  → retired in March: topped up to February
 * 韩宏图,370784196208152035,2022-09  → PERSON_DUPLICATE: the first month counts
 * </pre>
 */
record RetiredPersons(Map<IdNumber, Retirement> persons, List<FileFinding> findings) {

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
    Map<IdNumber, Retirement> persons = new LinkedHashMap<>();
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
      Map<IdNumber, Retirement> persons,
      List<FileFinding> findings)
      throws IOException {
    SubmittedTable<Column> table = new SubmittedTable<>(file, HEADER, settings.readLimits());
    FindingBounds bounds = new FindingBounds();
    table.forEachOrRefuse(
        "flexible.retired-unreadable",
        line -> {
          read(line, businessDate, persons);
          keep(table.name(), bounds.admitted(line.findings()), findings);
        });
    keep(table.name(), bounds.leftOut(), findings);
  }

  private static void keep(String file, List<Finding> more, List<FileFinding> findings) {
    more.forEach(finding -> findings.add(new FileFinding(file, finding)));
  }

  private static void read(
      SubmittedLine<Column> line, LocalDate businessDate, Map<IdNumber, Retirement> persons) {
    Optional<IdNumber> number = line.idNumber(Column.DOCUMENT_KIND, Column.ID_NUMBER, businessDate);
    Optional<YearMonth> month = line.month(Column.MONTH);
    if (number.isPresent() && month.isPresent()) {
      Retirement retired = new Retirement(line.readableText(Column.NAME), month.get());
      Retirement before = persons.putIfAbsent(number.get(), retired);
      if (before != null && !before.month().equals(retired.month())) {
        line.faults(Column.ID_NUMBER).add(FindingCode.PERSON_DUPLICATE);
      }
    }
  }
}
