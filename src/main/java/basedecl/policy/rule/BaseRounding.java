package basedecl.policy.rule;

import basedecl.money.Rounding;

/** How this policy rounds a base, and by which document. */
public record BaseRounding(Rounding rounding, Citation citation) {}
