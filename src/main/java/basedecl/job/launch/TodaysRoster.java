package basedecl.job.launch;

import basedecl.declaration.Employer;
import basedecl.declaration.Roster;
import basedecl.declaration.change.Picture;
import basedecl.job.submitted.RosterFile;
import basedecl.ledger.year.RosterLedger;
import basedecl.message.Message;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The roster of a run's day: the file that was handed over, and what changed since. A file that
 * still tells what a change replaced does not undo it; its operator is told. Which employers are no
 * more is known without a file too.
 */
record TodaysRoster(RosterFile file) {

  private static final int SHOWN = 12;

  static TodaysRoster of(JdbcTemplate ledger, Order order) {
    RosterLedger known = new RosterLedger(ledger);
    RosterFile file = order.roster();
    if (file.roster().isEmpty()) {
      return new TodaysRoster(file.without(known.history().over(order.businessDate())));
    }
    Picture picture = known.on(order.businessDate(), file.roster().get().employers());
    return new TodaysRoster(
        file.without(picture.over()).with(picture.roster(), warning(picture.outdated())));
  }

  private static Optional<Message> warning(List<String> outdated) {
    return outdated.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Message.of(
                "job.warn-roster-outdated",
                Integer.toString(outdated.size()),
                String.join("、", outdated.subList(0, Math.min(SHOWN, outdated.size())))
                    + (outdated.size() > SHOWN ? "……" : "")));
  }

  /**
   * Puts the picture of the day in the place of the one before, in the caller's transaction;
   * without a roster, what was known before with the changes that have come due.
   */
  static void keep(JdbcTemplate ledger, Order order) {
    RosterLedger roster = new RosterLedger(ledger);
    Optional<Roster> handed = of(ledger, order).file().roster();
    Collection<Employer> employers =
        handed.isPresent()
            ? handed.get().employers()
            : roster.on(order.businessDate(), roster.all()).employers();
    roster.replace(employers);
  }
}
