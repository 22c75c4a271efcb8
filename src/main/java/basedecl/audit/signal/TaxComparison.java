package basedecl.audit.signal;

import basedecl.assessment.Dues;
import basedecl.money.Money;

/**
 * An employer's people held against the tax file.
 *
 * @param taxPersons people of this employer in the tax file
 * @param matched those of them that are declared
 * @param belowTax those declared with less than the tax file's monthly wage
 * @param wageGap what their wages lack together, yuan a month
 * @param baseShort what their bases lack together after the limits, yuan a month
 * @param duesShort the contributions of {@code baseShort}, a month's; empty parts without a rate
 */
public record TaxComparison(
    long taxPersons, long matched, long belowTax, Money wageGap, Money baseShort, Dues duesShort) {}
