package basedecl.samples;

/** A made-up employer with its line of the roster; money as text, blank where the roster is. */
record SampleEmployer(
    String code,
    String name,
    String creditCode,
    String agency,
    String subsidy,
    String pensionInsured,
    String lastMonthAmount,
    String lastYearBaseTotal) {}
