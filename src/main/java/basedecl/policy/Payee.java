package basedecl.policy;

import basedecl.policy.rule.Citation;

/** Whom flexible workers choose when they pay on line (收款单位), and the office in charge (经办机构). */
public record Payee(String name, String agency, Citation citation) {}
