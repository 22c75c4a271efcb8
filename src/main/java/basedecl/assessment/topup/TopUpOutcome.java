package basedecl.assessment.topup;

import basedecl.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A person's top-up of one kind of insurance, or the reason why there is none. */
public sealed interface TopUpOutcome {

  /** Months to top up (or to pay back), to be settled by {@code until} (inclusive). */
  record Due(List<TopUpLine> lines, Optional<LocalDate> until) implements TopUpOutcome {

    public Due {
      lines = List.copyOf(lines);
    }

    public Money total() {
      return lines.stream().map(TopUpLine::amount).reduce(Money.ZERO, Money::plus);
    }
  }

  /** Nothing to top up. */
  record LeftOut(Reason reason) implements TopUpOutcome {}

  /** Why someone is left out; each is said in words in the workbook. */
  enum Reason {
    RETIRED_IN_YEAR,
    STOPPED,
    ALREADY_AT_OR_ABOVE,
    NOT_ASSESSED_HERE,
    NOT_RETROACTIVE
  }
}
