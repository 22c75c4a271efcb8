package basedecl.job.audit;

import basedecl.audit.TaxWages;
import basedecl.audit.signal.EmployerFigures.LastYear;
import basedecl.declaration.Employer;
import basedecl.file.FileDigest;
import basedecl.finding.FileFinding;
import basedecl.message.RefusedException;
import basedecl.report.manifest.ManifestJson;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import basedecl.spreadsheet.gate.ReadLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What others hand over for the signals: the tax file's wages ({@code tax-wages}) and last year's
 * figures: those of {@code last-year}; without that file the ledger's own, and of employers that
 * the ledger's last year does not know the roster's.
 *
 * @param problems lines that could not be used, the first of them
 * @param inputs every file that was read, the roster's among them
 */
public record SubmittedFigures(
    Optional<TaxWages> tax,
    Map<String, LastYear> lastYear,
    List<FileFinding> problems,
    long problemsLeftOut,
    List<ManifestJson.Input> inputs) {

  public SubmittedFigures {
    lastYear = Map.copyOf(lastYear);
    problems = List.copyOf(problems);
    inputs = List.copyOf(inputs);
  }

  /**
   * Reads the files that the settings name.
   *
   * @throws RefusedException where a file cannot be read as what it is handed over as
   */
  public static SubmittedFigures read(
      JobSettings settings, Collection<Employer> roster, OwnLastYear own, LocalDate businessDate)
      throws IOException {
    ReadLimits limits = settings.readLimits();
    Problems problems = new Problems();
    List<ManifestJson.Input> inputs = new ArrayList<>();
    Optional<TaxWages> tax = Optional.empty();
    Map<String, LastYear> lastYear = ofRoster(roster);
    lastYear.putAll(own.employers());
    Optional<Path> taxFile = settings.optionalPath(AuditJob.TAX_WAGES);
    if (taxFile.isPresent()) {
      inputs.add(input(taxFile.get()));
      tax = Optional.of(TaxWagesFile.read(taxFile.get(), limits, businessDate, problems));
    }
    Optional<Path> lastYearFile = settings.optionalPath(AuditJob.LAST_YEAR);
    if (lastYearFile.isPresent()) {
      inputs.add(input(lastYearFile.get()));
      lastYear = LastYearFile.read(lastYearFile.get(), limits, problems);
    }
    Optional<Path> rosterFile = settings.optionalPath(CommonKeys.ROSTER);
    if (rosterFile.isPresent()) {
      inputs.add(input(rosterFile.get()));
    }
    return new SubmittedFigures(tax, lastYear, problems.listed(), problems.leftOut(), inputs);
  }

  private static ManifestJson.Input input(Path file) throws IOException {
    return new ManifestJson.Input(file.toString(), FileDigest.sha256(file));
  }

  private static Map<String, LastYear> ofRoster(Collection<Employer> roster) {
    Map<String, LastYear> known = new HashMap<>();
    for (Employer employer : roster) {
      employer
          .lastYearBaseTotal()
          .ifPresent(
              total ->
                  known.put(
                      employer.code(),
                      new LastYear(total, employer.lastYearPersons(), LastYear.Source.ROSTER)));
    }
    return known;
  }
}
