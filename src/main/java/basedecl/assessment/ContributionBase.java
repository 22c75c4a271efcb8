package basedecl.assessment;

import basedecl.money.Money;

/**
 * The base after the limits, yuan a month. {@code atLower} and {@code atUpper}: the base equals the
 * limit, whether declared so or moved there.
 */
public record ContributionBase(
    Money amount, Adjustment adjustment, boolean atLower, boolean atUpper) {}
