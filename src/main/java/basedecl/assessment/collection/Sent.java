package basedecl.assessment.collection;

/** What the batches so far said of an employer and month together, and what that followed from. */
public record Sent(Claim.Basis basis, Collected figures) {}
