package basedecl.ledger.year;

import basedecl.assessment.ContributionBase;
import basedecl.money.Money;

/**
 * A person whose base changes with the limits.
 *
 * @param before the base that held until then
 * @param after the declared wage within the new limits
 */
public record BaseChange(
    DeclarationRecord declaration, PersonRecord person, Money before, ContributionBase after) {}
