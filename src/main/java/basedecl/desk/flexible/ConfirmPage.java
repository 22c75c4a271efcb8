package basedecl.desk.flexible;

import basedecl.assessment.flexible.ElectionPrice;
import basedecl.assessment.topup.Instalment;
import basedecl.desk.page.DeskSettings;
import basedecl.ledger.flexible.DeskElection.Wish;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.money.Money;
import basedecl.report.ReportTexts;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * A choice before it is made: what it comes to, payment by payment.
 *
 * @param instalments none where the policy has no rate
 */
public record ConfirmPage(
    String title,
    String name,
    String idNumber,
    String base,
    boolean byTier,
    String rhythm,
    String from,
    boolean debit,
    String total,
    List<Due> instalments,
    QuotePage quote) {

  /** A payment and the last day for it. */
  public record Due(String months, String amount, String lastDay) {}

  public ConfirmPage {
    instalments = List.copyOf(instalments);
  }

  static ConfirmPage of(Offer offer, Wish wish, DeskSettings desk, Language language) {
    Money base = wish.base().orElseThrow();
    ElectionPrice price = new ElectionPrice(offer.policy(), desk.businessDate());
    List<Instalment> all =
        price.instalments(base, wish.from(), wish.rhythm().orElseThrow()).orElse(List.of());
    return new ConfirmPage(
        offer.title(),
        wish.name(),
        wish.idNumber().toString(),
        ReportTexts.yuan(base),
        offer.isByTier(),
        rhythm(wish, language),
        wish.from().toString(),
        wish.batchDebit(),
        price
            .until(base, wish.from(), YearMonth.of(wish.year(), 12))
            .map(ReportTexts::yuan)
            .orElse("—"),
        all.stream()
            .map(
                each ->
                    new Due(
                        months(each.first(), each.last()),
                        ReportTexts.yuan(each.amount()),
                        offer.policy().instalmentDay(each.first(), each.last()).toString()))
            .toList(),
        QuotePage.of(
            offer,
            offer.quote(wish.from(), desk.businessDate()).orElseThrow(),
            Optional.empty(),
            language));
  }

  static String rhythm(Wish wish, Language language) {
    return wish.rhythm()
        .map(each -> Message.of("desk.flexible.rhythm." + each).in(language))
        .orElse("");
  }

  /** A span of months, both inclusive. */
  public static String months(YearMonth first, YearMonth last) {
    return first.equals(last) ? first.toString() : first + " – " + last;
  }
}
