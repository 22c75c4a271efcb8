package basedecl.assessment;

import basedecl.money.Money;
import java.util.Optional;

/** A month's contribution in yuan: employer part and personal part, empty where no rate is set. */
public record Dues(Optional<Money> employer, Optional<Money> personal) {

  public static final Dues NONE = new Dues(Optional.empty(), Optional.empty());

  /** Both parts together; empty unless both are known. */
  public Optional<Money> total() {
    return employer.flatMap(e -> personal.map(e::plus));
  }

  /** Both parts added up; a part that either side lacks stays empty. */
  public Dues plus(Dues other) {
    return new Dues(sum(employer, other.employer), sum(personal, other.personal));
  }

  private static Optional<Money> sum(Optional<Money> mine, Optional<Money> others) {
    return mine.isPresent() && others.isPresent()
        ? Optional.of(mine.get().plus(others.get()))
        : Optional.empty();
  }
}
