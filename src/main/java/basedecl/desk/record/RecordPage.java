package basedecl.desk.record;

import basedecl.account.Event;
import basedecl.account.EventKind;
import basedecl.ledger.account.EventLedger.Recorded;
import basedecl.message.Language;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;

/**
 * A page of the record.
 *
 * @param next the address of the next page; empty on the last one
 * @param workbook the address of all that is found, as a workbook
 */
public record RecordPage(
    RecordSearch asked,
    List<Row> rows,
    String next,
    String first,
    String workbook,
    List<Choice> kinds,
    List<Choice> results) {

  /** Events on a page. */
  static final int ROWS = 50;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /** A word of the address and what it is called. */
  public record Choice(String word, String title) {}

  /** An event. */
  public record Row(
      String time,
      String who,
      String kind,
      String subjectKind,
      String subject,
      String result,
      boolean refused,
      String address) {

    static Row of(Event event, ZoneId zone, Language language) {
      return new Row(
          TIME.format(LocalDateTime.ofInstant(event.at(), zone)),
          event.actor().name(),
          event.kind().title().in(language),
          event.subject().kind().title().map(each -> each.in(language)).orElse(""),
          event.subject().text(),
          event.result().title().in(language),
          event.result() == Event.Result.REFUSED,
          event.address());
    }
  }

  /**
   * @param found one more than a page shows, where there are more
   */
  static RecordPage of(RecordSearch asked, List<Recorded> found, ZoneId zone, Language language) {
    List<Recorded> shown = found.subList(0, Math.min(ROWS, found.size()));
    return new RecordPage(
        asked,
        shown.stream().map(row -> Row.of(row.event(), zone, language)).toList(),
        found.size() > ROWS ? asked.at("/record", shown.get(ROWS - 1).id()) : "",
        asked.before() > 0 ? asked.at("/record", 0) : "",
        shown.isEmpty() ? "" : asked.at("/record/workbook", 0),
        Arrays.stream(EventKind.values())
            .map(kind -> new Choice(RecordSearch.word(kind), kind.title().in(language)))
            .toList(),
        Arrays.stream(Event.Result.values())
            .map(result -> new Choice(RecordSearch.word(result), result.title().in(language)))
            .toList());
  }

  public boolean isFiltered() {
    return !asked.equals(RecordSearch.NOTHING);
  }
}
