package basedecl.ledger.flexible;

import basedecl.assessment.flexible.PaymentRhythm;
import basedecl.finding.Finding;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An election, or its voiding, that was made in the desk. It is a line that the next run of {@code
 * flexible-election} takes as it takes one of a file.
 *
 * @param number counted in the ledger
 */
public record DeskElection(long number, Wish wish, Entry entry, Fate fate) {

  /** 选择 or 作废. The names stand in the ledger. */
  public enum Action {
    CHOOSE,
    VOID
  }

  /** Who made it: the person, or the agency from a paper. The names stand in the ledger. */
  public enum Origin {
    SELF,
    PAPER
  }

  /** What became of it. The names stand in the ledger. */
  public enum Standing {
    /** No run has read it yet; it can be taken back. */
    WAITING,
    USED,
    /** A run could not use it; its finding says why. */
    REFUSED,
    UNDONE
  }

  /**
   * What is wished.
   *
   * @param base of a choice, as {@code rhythm}; empty with a voiding
   * @param from the first month that is chosen for, or from which on the election is void
   */
  public record Wish(
      String region,
      Action action,
      InsuranceKind kind,
      IdNumber idNumber,
      String name,
      Optional<Money> base,
      Optional<PaymentRhythm> rhythm,
      YearMonth from,
      boolean batchDebit) {

    public int year() {
      return from.getYear();
    }
  }

  /**
   * Who entered it and when.
   *
   * @param form which it came by: posted twice it is one line
   * @param on the desk's day, by which it is checked
   */
  public record Entry(
      String form, Origin origin, long account, String by, LocalDate on, Instant at) {}

  /**
   * What became of it.
   *
   * @param run that read it
   * @param election that came of it, or was voided by it
   */
  public record Fate(
      Standing standing, OptionalLong run, OptionalLong election, Optional<Finding> finding) {

    /** Of a line that was just entered. */
    public static final Fate WAITING =
        new Fate(Standing.WAITING, OptionalLong.empty(), OptionalLong.empty(), Optional.empty());
  }

  public boolean isWaiting() {
    return fate.standing() == Standing.WAITING;
  }

  /** Its number as it is read out: the year and the number. */
  public String shownNumber() {
    return String.format(Locale.ROOT, "%d-%06d", wish.year(), number);
  }
}
