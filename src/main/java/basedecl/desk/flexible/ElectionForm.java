package basedecl.desk.flexible;

import basedecl.assessment.flexible.PaymentRhythm;
import basedecl.cell.CalendarText;
import basedecl.cell.CellValue;
import basedecl.desk.page.Faults;
import basedecl.ledger.flexible.DeskElection;
import basedecl.ledger.flexible.DeskElection.Wish;
import basedecl.message.Message;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.table.SheetTable;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody filled in to choose a base or tier, as it was typed.
 *
 * @param debit {@code true} with the consent to batch debit
 */
public record ElectionForm(String offer, String month, String base, String rhythm, String debit) {

  /** What was posted; a box that was not ticked is not there. */
  public static ElectionForm of(Map<String, String> posted) {
    return new ElectionForm(
        posted.getOrDefault("offer", ""),
        posted.getOrDefault("month", ""),
        posted.getOrDefault("base", ""),
        posted.getOrDefault("rhythm", ""),
        posted.getOrDefault("debit", ""));
  }

  /** The wish, or what is wrong at its fields. */
  public Optional<Wish> read(Offer chosen, IdNumber person, String name, Faults faults) {
    Optional<YearMonth> from = CalendarText.month(new CellValue.Text(month.strip()));
    if (from.isEmpty()) {
      faults.at("month", Message.of("desk.quote.no-month"));
    }
    Optional<Money> money =
        base.isBlank()
            ? Optional.empty()
            : SheetTable.amount(new CellValue.Text(base.strip())).filter(m -> m.signum() >= 0);
    if (money.isEmpty()) {
      faults.at(
          "base", Message.of(chosen.isByTier() ? "desk.choose.no-tier" : "desk.quote.no-amount"));
    }
    Optional<PaymentRhythm> wanted =
        chosen.isByTier()
            ? Optional.of(PaymentRhythm.YEARLY)
            : Arrays.stream(PaymentRhythm.values())
                .filter(each -> each.name().equals(rhythm))
                .findFirst();
    if (wanted.isEmpty()) {
      faults.at("rhythm", Message.of("desk.choose.no-rhythm"));
    }
    if (!faults.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Wish(
            chosen.region(),
            DeskElection.Action.CHOOSE,
            chosen.kind(),
            person,
            name,
            money,
            wanted,
            from.orElseThrow(),
            debit.equals("true")));
  }
}
