package basedecl.desk.flexible;

import basedecl.finding.FindingText;
import basedecl.ledger.flexible.DeskElection;
import basedecl.ledger.flexible.DeskElection.Standing;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.report.ReportTexts;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A line of the desk with what became of it.
 *
 * @param base empty with a voiding
 * @param paper whether the agency entered it from a paper, {@code by} whom
 * @param standing in words
 * @param next what it means, and why where it could not be used
 */
public record ElectionReceipt(
    long number,
    String shownNumber,
    String time,
    boolean voids,
    String title,
    String name,
    String idNumber,
    String base,
    String rhythm,
    String from,
    boolean debit,
    boolean paper,
    String by,
    String standing,
    boolean waiting,
    boolean good,
    String next) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  public static ElectionReceipt of(
      DeskElection line, String title, ZoneId zone, Language language) {
    Standing standing = line.fate().standing();
    DeskElection.Wish wish = line.wish();
    return new ElectionReceipt(
        line.number(),
        line.shownNumber(),
        TIME.format(LocalDateTime.ofInstant(line.entry().at(), zone)),
        wish.action() == DeskElection.Action.VOID,
        title,
        wish.name(),
        wish.idNumber().toString(),
        wish.base().map(ReportTexts::yuan).orElse(""),
        ConfirmPage.rhythm(wish, language),
        wish.from().toString(),
        wish.batchDebit(),
        line.entry().origin() == DeskElection.Origin.PAPER,
        line.entry().by(),
        Message.of("desk.election.standing." + standing).in(language),
        standing == Standing.WAITING,
        standing == Standing.USED,
        next(line, language));
  }

  private static String next(DeskElection line, Language language) {
    return line.fate()
        .finding()
        .map(
            finding ->
                FindingText.sentence(finding, language)
                    + " "
                    + FindingText.remedy(finding, language))
        .orElseGet(
            () -> {
              String action = line.wish().action().name().toLowerCase(Locale.ROOT);
              return Message.of("desk.election.next." + line.fate().standing() + "." + action)
                  .in(language);
            });
  }
}
