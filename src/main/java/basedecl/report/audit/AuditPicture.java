package basedecl.report.audit;

import basedecl.audit.TaxWages.TaxEmployer;
import basedecl.finding.FileFinding;
import basedecl.ledger.audit.AuditFollowUp;
import basedecl.ledger.audit.AuditOutcome;
import java.util.List;
import java.util.Map;

/**
 * Everything an audit knows once it has looked at the year.
 *
 * @param lines every employer that declared, in order of code
 * @param matching empty lists and zeros where there is no tax file
 * @param bases how many people have a base in each part of the range, see {@link BaseDistribution}
 * @param outcomes what came of the audits so far, each employer's newest
 * @param problems lines of the files handed over that could not be used
 */
public record AuditPicture(
    List<AuditLine> lines,
    Matching matching,
    BaseDistribution bases,
    AuditFollowUp followUp,
    Map<String, Map<Integer, Long>> earlierYears,
    Map<String, AuditOutcome> outcomes,
    List<FileFinding> problems,
    long problemsLeftOut) {

  /**
   * What holding both files together gave.
   *
   * @param taxFile whether there is a tax file at all
   * @param matched people in both
   * @param onlyDeclared people declared whom the tax file does not have with that employer
   * @param onlyTaxed people of the tax file who are not declared by that employer
   * @param employersOnlyDeclared employers that declared and are not in the tax file
   * @param notInsured employers of the tax file that are not on the roster
   * @param notDeclared employers of the tax file on the roster without a declaration
   */
  public record Matching(
      boolean taxFile,
      long matched,
      long onlyDeclared,
      long onlyTaxed,
      long belowTax,
      long employersOnlyDeclared,
      List<TaxEmployer> notInsured,
      long notDeclared) {

    public Matching {
      notInsured = List.copyOf(notInsured);
    }
  }

  public AuditPicture {
    lines = List.copyOf(lines);
    earlierYears = Map.copyOf(earlierYears);
    outcomes = Map.copyOf(outcomes);
    problems = List.copyOf(problems);
  }

  /** Employers with a signal, whom to look at first at the top. */
  public List<AuditLine> ranked() {
    return lines.stream().filter(line -> !line.signals().isEmpty()).sorted(AuditLine.RANK).toList();
  }
}
