package basedecl.report.papers;

import basedecl.assessment.PendingLimits;
import basedecl.declaration.procedure.DeclarationNumber;
import basedecl.file.ReplacedFile.Written;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.YearInMonth;
import basedecl.ledger.year.YearLedger;
import basedecl.policy.Population;
import basedecl.report.PaperHeading;
import basedecl.workbook.ShownRows;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The papers of declarations as they stand in the ledger: asked for again, by whomever, they are
 * the same. Those of staff state one month for every employer, by that month's rates.
 */
public final class LedgerPapers {

  private final PaperHeading heading;
  private final Population population;
  private final YearLedger year;
  private final Optional<YearInMonth> month;
  private final Map<String, PendingLimits> pending;

  private LedgerPapers(
      PaperHeading heading,
      Population population,
      YearLedger year,
      Optional<YearInMonth> month,
      Map<String, PendingLimits> pending) {
    this.heading = heading;
    this.population = population;
    this.year = year;
    this.month = month;
    this.pending = Map.copyOf(pending);
  }

  /**
   * @param month whose figures are stated; the declarations come from it
   * @param pending limits that nobody took up, by employer
   */
  public static LedgerPapers ofEmployees(
      PaperHeading heading,
      YearLedger year,
      YearInMonth month,
      Map<String, PendingLimits> pending) {
    return new LedgerPapers(heading, Population.EMPLOYEES, year, Optional.of(month), pending);
  }

  public static LedgerPapers ofRetirees(PaperHeading heading, YearLedger year) {
    return new LedgerPapers(heading, Population.RETIREES, year, Optional.empty(), Map.of());
  }

  /** Writes the summary in {@code folder}. */
  public Written summary(Path folder, DeclarationRecord declaration) throws IOException {
    return papers(declaration)
        .summary(
            folder.resolve(stem(declaration) + "-summary.xlsx"), declaration, number(declaration));
  }

  /** Writes the detail in {@code folder}. */
  public Written detail(Path folder, DeclarationRecord declaration) throws IOException {
    return papers(declaration)
        .detail(
            folder.resolve(stem(declaration) + "-detail.xlsx"),
            declaration,
            number(declaration),
            writer -> forEachPerson(declaration, writer));
  }

  /** The summary to be shown. */
  public ShownRows.Shown shownSummary(DeclarationRecord declaration) throws IOException {
    return papers(declaration).shownSummary(declaration, number(declaration));
  }

  /** The detail to be shown. */
  public ShownRows.Shown shownDetail(DeclarationRecord declaration) throws IOException {
    return papers(declaration)
        .shownDetail(
            declaration, number(declaration), writer -> forEachPerson(declaration, writer));
  }

  /** The declaration's number, of the figures stored with it, whatever month its papers state. */
  public String number(DeclarationRecord declaration) {
    DeclarationNumber number =
        new DeclarationNumber(
            heading.policy().name(),
            heading.year(),
            population,
            declaration.employerCode(),
            declaration.version());
    year.forEachPerson(
        List.of(declaration),
        (same, person) ->
            number.add(
                person.name(),
                person.documentKind(),
                person.idNumber(),
                person.declaredWage(),
                person.base()),
        RuntimeException.class);
    return number.finish();
  }

  private EmployerPapers papers(DeclarationRecord declaration) {
    Optional<YearMonth> stated = month.map(YearInMonth::month);
    return new EmployerPapers(
        heading,
        population,
        stated.flatMap(heading.policy()::rateFor),
        month.isEmpty()
            ? PaperMonths.NONE
            : new PaperMonths(
                stated,
                month.get().yearOf(declaration).spans(),
                Optional.ofNullable(pending.get(declaration.employerCode()))));
  }

  private void forEachPerson(DeclarationRecord declaration, EmployerPapers.PersonWriter writer)
      throws IOException {
    List<DeclarationRecord> one = List.of(declaration);
    if (month.isPresent()) {
      month.get().forEachPerson(one, (same, person) -> writer.accept(person), IOException.class);
    } else {
      year.forEachPerson(one, (same, person) -> writer.accept(person), IOException.class);
    }
  }

  private String stem(DeclarationRecord declaration) {
    return fileName(declaration.employerCode())
        + "-"
        + heading.year()
        + (population == Population.RETIREES ? "-retirees" : "");
  }

  /**
   * An employer's code as a file's name in ASCII. A code with other characters becomes {@code x}
   * and digits of its SHA-256, so that no two codes share a name and none leaves the folder.
   */
  private static String fileName(String employerCode) {
    return employerCode.matches("[0-9A-Za-z][0-9A-Za-z_-]*")
        ? employerCode
        : "x" + DigestUtils.sha256Hex(employerCode).substring(0, 32);
  }
}
