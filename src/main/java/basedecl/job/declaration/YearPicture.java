package basedecl.job.declaration;

import basedecl.declaration.Employer;
import basedecl.job.agency.AgencyFolders;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.VersionRecord;
import basedecl.ledger.year.YearInMonth;
import basedecl.money.Money;
import basedecl.report.PaperHeading;
import basedecl.report.YearHeading;
import basedecl.report.YearTotals;
import basedecl.report.declaration.Assessment;
import basedecl.report.declaration.Corrections;
import basedecl.report.declaration.LateDeclarations;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the year's workbooks tell of, all but the people.
 *
 * @param paper the heading of what states no month's figures
 * @param declarations those in force with the figures of the heading's month, in order of employer
 * @param notDeclared in the roster's order
 * @param byLastYear what is owed by last year's wages, by employer, where they serve
 * @param versions every version that was ever accepted
 * @param submittedOn first day of complete materials by employer
 */
record YearPicture(
    YearHeading heading,
    PaperHeading paper,
    YearInMonth year,
    List<DeclarationRecord> declarations,
    List<Employer> notDeclared,
    Map<String, Money> byLastYear,
    List<VersionRecord> versions,
    Map<String, LocalDate> submittedOn,
    Corrections corrections,
    List<Assessment> assessments) {

  YearTotals totals() {
    return YearTotals.of(declarations);
  }

  Optional<LateDeclarations> late() {
    return LateDeclarations.of(heading, versions, submittedOn);
  }

  /** Of whom anything is told, in order; {@code ""} for employers of whom none is named. */
  Set<String> agencies() {
    Set<String> agencies = new TreeSet<>();
    declarations.forEach(declaration -> agencies.add(AgencyFolders.agencyOf(declaration)));
    notDeclared.forEach(employer -> agencies.add(employer.agency().strip()));
    corrections.replacements().forEach(each -> agencies.add(AgencyFolders.agencyOf(each.after())));
    assessments.forEach(each -> agencies.add(AgencyFolders.agencyOf(each.version())));
    return agencies;
  }

  /** The same under another heading. */
  YearPicture with(YearHeading other) {
    return new YearPicture(
        other,
        paper,
        year,
        declarations,
        notDeclared,
        byLastYear,
        versions,
        submittedOn,
        corrections,
        assessments);
  }

  /** What is told of an agency's employers. */
  YearPicture only(String agency) {
    List<Employer> missing =
        notDeclared.stream().filter(each -> each.agency().strip().equals(agency)).toList();
    Map<String, Money> owed = new HashMap<>(byLastYear);
    owed.keySet().retainAll(missing.stream().map(Employer::code).collect(Collectors.toSet()));
    return new YearPicture(
        heading,
        paper,
        year,
        declarations.stream().filter(each -> AgencyFolders.agencyOf(each).equals(agency)).toList(),
        missing,
        owed,
        versions.stream()
            .filter(each -> AgencyFolders.agencyOf(each.declaration()).equals(agency))
            .toList(),
        submittedOn,
        corrections.only(after -> AgencyFolders.agencyOf(after).equals(agency)),
        assessments.stream()
            .filter(each -> AgencyFolders.agencyOf(each.version()).equals(agency))
            .toList());
  }
}
