package basedecl.report.latefee;

import basedecl.assessment.latefee.SettledDue;

/** One line of the sheet 滞纳金: a settled month under its employer's name. */
public record LateFeeAccount(String employerName, String agency, SettledDue settled) {}
