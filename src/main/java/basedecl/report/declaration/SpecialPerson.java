package basedecl.report.declaration;

import basedecl.finding.Finding;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.person.IdNumber;
import basedecl.policy.Population;

/**
 * Somebody declared in two places, or at an age that does not go with the declaration.
 *
 * @param population as which he or she is declared here
 * @param finding as the employer of this declaration is told it
 */
public record SpecialPerson(
    Population population,
    DeclarationRecord declaration,
    String name,
    IdNumber idNumber,
    Finding finding) {}
