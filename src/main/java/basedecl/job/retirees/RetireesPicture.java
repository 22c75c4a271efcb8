package basedecl.job.retirees;

import basedecl.declaration.Employer;
import basedecl.job.agency.AgencyFolders;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.VersionRecord;
import basedecl.report.PaperHeading;
import basedecl.report.YearTotals;
import basedecl.report.declaration.LateDeclarations;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What the workbooks of retirees tell of, all but the people.
 *
 * @param versions every version in order of employer code and version
 * @param exempt employers that need not declare, and are never late
 * @param notDeclared in the roster's order
 * @param submittedOn first day of complete materials by employer
 */
record RetireesPicture(
    PaperHeading heading,
    List<VersionRecord> versions,
    Predicate<String> exempt,
    List<Employer> notDeclared,
    Map<String, LocalDate> submittedOn) {

  /** Those that count, in order of employer. */
  List<DeclarationRecord> declarations() {
    return current(versions);
  }

  static List<DeclarationRecord> current(List<VersionRecord> versions) {
    return versions.stream()
        .filter(VersionRecord::current)
        .map(VersionRecord::declaration)
        .toList();
  }

  YearTotals totals() {
    return YearTotals.of(declarations());
  }

  Optional<LateDeclarations> late() {
    return LateDeclarations.of(
        heading,
        versions.stream().filter(v -> !exempt.test(v.declaration().employerCode())).toList(),
        submittedOn);
  }

  /** Of whom anything is told, in order; {@code ""} for employers of whom none is named. */
  Set<String> agencies() {
    Set<String> agencies = new TreeSet<>();
    versions.forEach(version -> agencies.add(AgencyFolders.agencyOf(version.declaration())));
    notDeclared.forEach(employer -> agencies.add(employer.agency().strip()));
    return agencies;
  }

  /** What is told of an agency's employers. */
  RetireesPicture only(String agency) {
    return new RetireesPicture(
        heading,
        versions.stream()
            .filter(version -> AgencyFolders.agencyOf(version.declaration()).equals(agency))
            .toList(),
        exempt,
        notDeclared.stream().filter(each -> each.agency().strip().equals(agency)).toList(),
        submittedOn);
  }
}
