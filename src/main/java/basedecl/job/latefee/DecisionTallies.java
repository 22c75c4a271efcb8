package basedecl.job.latefee;

/** The tallies of both kinds of decisions. */
record DecisionTallies(DecisionTally overpayments, DecisionTally deferrals) {

  DecisionTallies() {
    this(new DecisionTally(), new DecisionTally());
  }
}
