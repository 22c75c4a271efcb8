package basedecl.declaration.procedure;

/**
 * What a run says to the sender of a file, or of one employer's part of it. The names stand in the
 * receipts and in the ledger.
 */
public enum Verdict {
  ACCEPTED,
  REJECTED,
  DUPLICATE,
  SUPERSEDED
}
