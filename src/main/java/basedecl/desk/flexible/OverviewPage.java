package basedecl.desk.flexible;

import basedecl.desk.page.DeskSettings;
import basedecl.ledger.account.PersonCodeLedger;
import basedecl.ledger.flexible.DeskElection;
import basedecl.ledger.flexible.ElectionRecord;
import basedecl.ledger.flexible.PersonLedger;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.report.ReportTexts;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Where somebody who pays alone stands: the year's elections, what was entered in the desk, and how
 * many codes are left.
 *
 * @param elections of the desk's year, the newest last
 * @param codesUntil empty where none is left
 */
public record OverviewPage(
    String name,
    String idNumber,
    List<Chosen> elections,
    List<ElectionReceipt> lines,
    int codes,
    String codesUntil) {

  /** An election of the ledger. */
  public record Chosen(
      String offer,
      String title,
      String base,
      boolean byTier,
      String rhythm,
      String from,
      boolean debit,
      boolean stands,
      String voidedFrom) {}

  /** Lines entered in the desk that are shown. */
  private static final int SHOWN = 10;

  public OverviewPage {
    elections = List.copyOf(elections);
    lines = List.copyOf(lines);
  }

  static OverviewPage of(
      Payer payer,
      PersonLedger.Known known,
      List<DeskElection> lines,
      List<PersonCodeLedger.Kept> codes,
      Offers offers,
      DeskSettings desk,
      Language language) {
    List<Chosen> chosen = new ArrayList<>();
    known
        .elections()
        .forEach(
            (region, elections) ->
                elections.stream()
                    .filter(election -> election.from().getYear() == desk.year())
                    .flatMap(
                        election ->
                            offers.find(region, election.kind()).stream()
                                .map(offer -> chosen(offer, election, language)))
                    .forEach(chosen::add));
    return new OverviewPage(
        payer.name(),
        payer.number().toString(),
        chosen,
        lines.stream()
            .limit(SHOWN)
            .map(line -> ElectionReceipt.of(line, title(line, offers), desk.zone(), language))
            .toList(),
        codes.size(),
        codes.stream()
            .findFirst()
            .map(
                code ->
                    LocalDateTime.ofInstant(code.until(), desk.zone())
                        .toLocalDate()
                        .minusDays(1)
                        .toString())
            .orElse(""));
  }

  static String title(DeskElection line, Offers offers) {
    return offers
        .find(line.wish().region(), line.wish().kind())
        .map(Offer::title)
        .orElse(line.wish().kind().title());
  }

  private static Chosen chosen(Offer offer, ElectionRecord election, Language language) {
    return new Chosen(
        offer.key(),
        offer.title(),
        ReportTexts.yuan(election.base()),
        offer.isByTier(),
        Message.of("desk.flexible.rhythm." + election.rhythm()).in(language),
        election.from().toString(),
        election.batchDebit(),
        election.stands(),
        election.voidedFrom().map(Object::toString).orElse(""));
  }
}
