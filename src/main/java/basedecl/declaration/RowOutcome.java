package basedecl.declaration;

import java.util.List;

/** What the checks of one row gave: a line, perhaps with warnings, or errors. */
public sealed interface RowOutcome {

  /** Every finding, errors and warnings. */
  List<Finding> findings();

  /** Whose row it is; {@code ""} where the row names no employer. */
  String employerCode();

  record Accepted(String employerCode, WageLine line, List<Finding> findings)
      implements RowOutcome {}

  record Rejected(String employerCode, List<Finding> findings) implements RowOutcome {}
}
