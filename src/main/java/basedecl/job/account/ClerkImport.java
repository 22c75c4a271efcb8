package basedecl.job.account;

import basedecl.account.SignInName;
import basedecl.declaration.Employer;
import basedecl.ledger.account.AccountLedger;
import basedecl.ledger.account.NewAccount;
import basedecl.ledger.year.RosterLedger;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.report.account.OneTimePasswordSheet;
import basedecl.report.account.OneTimePasswordSheet.Slip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One account for each employer on the ledger's roster that has no clerk, named by the employer's
 * code, and the sheet of their one-time passwords.
 *
 * <p>The sheet stands before the accounts do: cut off in between, it has passwords that open
 * nothing, and the import is begun again; the other way round there would be accounts whose
 * passwords nobody knows.
 */
public final class ClerkImport {

  private final AccountLedger accounts;
  private final RosterLedger roster;
  private final AccountChanges changes;

  public ClerkImport(AccountLedger accounts, RosterLedger roster, AccountChanges changes) {
    this.accounts = accounts;
    this.roster = roster;
    this.changes = changes;
  }

  /**
   * Who gets an account.
   *
   * @param served how many employers had a clerk before
   * @param left who gets none, and why
   */
  public record Plan(List<Place> places, int served, List<Message> left) {

    public Plan {
      places = List.copyOf(places);
      left = List.copyOf(left);
    }

    /** How many employers the roster has. */
    public int employers() {
      return places.size() + served + left.size();
    }
  }

  /** An employer without a clerk, and the free name of its account. */
  public record Place(Employer employer, SignInName name) {}

  /** Refuses an address that no browser would open. */
  public static void requireAddress(String address) {
    if (!address.matches("https?://\\S+")) {
      throw new RefusedException(Message.of("account.address-form", address));
    }
  }

  /**
   * Who would get an account now.
   *
   * @throws RefusedException where the ledger has no roster
   */
  public Plan plan() {
    List<Employer> all = roster.all();
    if (all.isEmpty()) {
      throw new RefusedException(Message.of("account.no-roster"));
    }
    Set<String> served = accounts.employersWithClerk();
    Set<String> taken = new HashSet<>(accounts.nameKeys());
    List<Place> places = new ArrayList<>();
    List<Message> left = new ArrayList<>();
    for (Employer employer : all) {
      if (!served.contains(employer.code())) {
        place(employer, taken, places, left);
      }
    }
    return new Plan(places, all.size() - places.size() - left.size(), left);
  }

  private static void place(
      Employer employer, Set<String> taken, List<Place> places, List<Message> left) {
    String code = employer.code();
    try {
      SignInName name = new SignInName(code);
      if (taken.add(name.key())) {
        places.add(new Place(employer, name));
      } else {
        left.add(Message.of("account.import-taken", code));
      }
    } catch (RefusedException e) {
      left.add(Message.of("account.import-no-name", code));
    }
  }

  /**
   * Makes the accounts of a plan and their sheet, both or neither.
   *
   * @param target of the sheet, which only its owner may read
   * @param day that the sheet bears
   * @param address of the desk, as a clerk types it
   */
  public void make(Plan plan, Path target, LocalDate day, String address, By by)
      throws IOException {
    List<Slip> slips =
        plan.places().stream()
            .map(place -> new Slip(place.employer(), place.name(), AccountChanges.password()))
            .toList();
    OneTimePasswordSheet.write(target, day, slips, address, by.lastDay());
    boolean made = false;
    try {
      changes.addAll(
          slips.stream()
              .map(slip -> NewAccount.clerk(slip.name(), List.of(slip.employer().code())))
              .toList(),
          slips.stream().map(Slip::password).toList(),
          by);
      made = true;
    } finally {
      if (!made) {
        Files.deleteIfExists(target);
      }
    }
  }
}
