package basedecl.ledger.audit;

import java.time.Instant;

/** Who recorded an outcome. */
public sealed interface RecordedBy {

  /** A run of the job audit-outcome. */
  record Run(long number) implements RecordedBy {}

  /** An account of the desk, by its name at that time. */
  record Desk(String account, Instant at) implements RecordedBy {}
}
