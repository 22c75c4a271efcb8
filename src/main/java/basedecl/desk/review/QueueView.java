package basedecl.desk.review;

import basedecl.ledger.review.ReviewQueue.Shelf;
import basedecl.policy.Population;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

/**
 * What the address of the queue asks for. What it does not say, or says wrongly, is the usual.
 *
 * @param agency empty for all that the reviewer may see
 * @param days in the state for so long at least
 * @param employer how the employer's code begins; empty for all
 * @param page counted from 1
 */
record QueueView(
    Population population, Shelf shelf, String agency, int days, String employer, int page) {

  /** Days to choose from; 0 for all. */
  static final List<Integer> DAYS = List.of(0, 3, 7, 14, 30);

  /**
   * A declaration under review is late from that many days on. The notice sets no day for the
   * review: the measure is the desk's own.
   */
  static final int LATE_DAYS = 7;

  private static final int LONGEST_CODE = 64;
  private static final int LAST_PAGE = 100_000;

  static QueueView of(MultiValueMap<String, String> asked) {
    return new QueueView(
        first(asked, "population").flatMap(Population::of).orElse(Population.EMPLOYEES),
        first(asked, "state").flatMap(QueueView::shelf).orElse(Shelf.TO_DECIDE),
        first(asked, "agency").map(String::strip).orElse(""),
        first(asked, "days").flatMap(QueueView::number).filter(DAYS::contains).orElse(0),
        first(asked, "employer")
            .map(String::strip)
            .filter(code -> code.length() <= LONGEST_CODE)
            .orElse(""),
        first(asked, "page")
            .flatMap(QueueView::number)
            .filter(page -> page >= 1 && page <= LAST_PAGE)
            .orElse(1));
  }

  private static Optional<String> first(MultiValueMap<String, String> asked, String key) {
    return Optional.ofNullable(asked.getFirst(key));
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static Optional<Shelf> shelf(String word) {
    return Arrays.stream(Shelf.values()).filter(each -> word(each).equals(word)).findFirst();
  }

  /** As an address names a shelf. */
  static String word(Shelf shelf) {
    return shelf.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  QueueView inAgency(String only) {
    return new QueueView(population, shelf, only, days, employer, page);
  }

  QueueView on(int other) {
    return new QueueView(population, shelf, agency, days, employer, other);
  }

  /** Since that day or longer; empty where all are asked for. */
  Optional<LocalDate> until(LocalDate businessDate) {
    return days == 0 ? Optional.empty() : Optional.of(businessDate.minusDays(days));
  }

  /** For templates. */
  public String state() {
    return word(shelf);
  }

  public String whose() {
    return population.word();
  }
}
