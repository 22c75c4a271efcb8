package basedecl.assessment.collection;

/**
 * A line of a batch: what earlier batches said of the employer and month together, and what is said
 * of it from this one on. The difference is what is sent.
 */
public record BatchLine(
    EmployerMonth key, Claim.Basis basis, Cause cause, Collected before, Collected after) {

  /** The whole where nothing was sent before. */
  public Collected difference() {
    return after.minus(before);
  }
}
