package basedecl.report.review;

import basedecl.declaration.Employer;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.finding.Finding;
import basedecl.ledger.review.ProcedureRecord;
import basedecl.policy.Population;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where every employer stands: who declared, and who of the roster should and has not. Refusals of
 * strangers are left out; those of employers that need not declare are no fault.
 */
public final class ProgressRows {

  private ProgressRows() {}

  /**
   * In order of the employers' codes.
   *
   * @param standings of the year's declarations of that population
   * @param roster empty where there is none
   * @param incomplete whose materials lack what, by employer code, where they were looked at
   */
  public static List<ProgressRow> of(
      List<ProcedureRecord> standings,
      Collection<Employer> roster,
      Population population,
      Map<String, Finding> incomplete) {
    Map<String, Employer> known = new TreeMap<>();
    roster.forEach(employer -> known.put(employer.code(), employer));
    List<ProgressRow> rows = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (ProcedureRecord standing : standings) {
      seen.add(standing.employerCode());
      Optional<Employer> employer = Optional.ofNullable(known.get(standing.employerCode()));
      boolean exempt = employer.filter(each -> isExempt(each, population)).isPresent();
      if (standing.state() != DeclarationState.REJECTED) {
        ProgressRow row =
            ProgressRow.of(standing, Optional.ofNullable(incomplete.get(standing.employerCode())));
        rows.add(exempt ? row.neverLate() : row);
      } else if (exempt) {
        rows.add(ProgressRow.exempt(employer.get()));
      } else if (known.isEmpty() || employer.isPresent()) {
        rows.add(ProgressRow.of(standing, Optional.empty()));
      }
    }
    known.values().stream()
        .filter(employer -> !seen.contains(employer.code()))
        .filter(employer -> population == Population.EMPLOYEES || employer.mustDeclareRetirees())
        .map(ProgressRow::notDeclared)
        .forEach(rows::add);
    rows.sort(Comparator.comparing(ProgressRow::employerCode));
    return rows;
  }

  private static boolean isExempt(Employer employer, Population population) {
    return population == Population.RETIREES && employer.exemptFromRetirees().isPresent();
  }
}
