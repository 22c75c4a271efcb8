package basedecl.ledger.draft;

import basedecl.policy.Population;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A declaration that is being typed.
 *
 * @param revision how often it was saved
 * @param account the number of who saved it last
 * @param checked the number of the upload that just these rows were checked as
 */
public record Draft(
    Key key,
    int revision,
    long account,
    Instant savedAt,
    Optional<String> checked,
    List<DraftRow> rows) {

  /** The revision of a draft that nobody saved yet. */
  public static final int NONE = 0;

  /** Whose it is: there is one of each. */
  public record Key(String policy, int year, Population population, String employerCode) {}

  public Draft {
    rows = List.copyOf(rows);
  }

  /** The rows in which something stands. */
  public List<DraftRow> filled() {
    return rows.stream().filter(row -> !row.isBlank()).toList();
  }
}
