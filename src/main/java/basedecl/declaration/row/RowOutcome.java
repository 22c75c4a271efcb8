package basedecl.declaration.row;

import basedecl.finding.Finding;
import basedecl.person.IdNumber;
import java.util.List;
import java.util.Optional;

/** What the checks of one row gave: a line, perhaps with warnings, or errors. */
public sealed interface RowOutcome {

  /** Every finding, errors and warnings. */
  List<Finding> findings();

  /** Whose row it is; {@code ""} where the row names no employer. */
  String employerCode();

  /** The person, where the identity number could be read. */
  Optional<IdNumber> person();

  record Accepted(String employerCode, WageLine line, List<Finding> findings)
      implements RowOutcome {

    @Override
    public Optional<IdNumber> person() {
      return Optional.of(line.idNumber());
    }
  }

  record Rejected(String employerCode, Optional<IdNumber> person, List<Finding> findings)
      implements RowOutcome {}
}
