package basedecl.desk.flexible;

import basedecl.assessment.flexible.Quote;
import basedecl.cell.CalendarText;
import basedecl.cell.CellValue;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.page.Faults;
import basedecl.desk.page.ProgramMessages;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.money.Money;
import basedecl.policy.rule.AnnualTiers;
import basedecl.table.SheetTable;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What a base or tier costs, before anybody signs in: the figures of the command {@code quote}.
 * What is asked stands in the address, since it tells of nobody.
 */
@Controller
final class QuoteController {

  private final Offers offers;
  private final DeskSettings desk;

  QuoteController(Offers offers, DeskSettings desk) {
    this.offers = offers;
    this.desk = desk;
  }

  @GetMapping("/flexible/quote")
  String quote(
      @RequestParam(defaultValue = "") String offer,
      @RequestParam(defaultValue = "") String month,
      @RequestParam(defaultValue = "") String base,
      HttpServletResponse response,
      Locale locale,
      Faults faults,
      Model model) {
    Optional<Offer> asked = offers.find(offer).or(this::usual);
    YearMonth from = month(month, asked, faults);
    model.addAttribute("offers", offers.all());
    model.addAttribute("offer", asked.map(Offer::key).orElse(""));
    model.addAttribute("month", month.isBlank() ? from.toString() : month);
    model.addAttribute("base", base);
    Optional<Quote> quote = asked.flatMap(each -> each.quote(from, desk.businessDate()));
    if (quote.isEmpty() && faults.isEmpty()) {
      faults.at("month", Message.of("desk.quote.none", from.toString()));
    }
    Optional<Money> chosen = quote.flatMap(known -> chosen(base, known, faults));
    Language language = ProgramMessages.language(locale);
    model.addAttribute(
        "it",
        asked
            .flatMap(each -> quote.map(known -> QuotePage.of(each, known, chosen, language)))
            .orElse(null));
    if (!faults.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    }
    return "flexible/quote";
  }

  /** The first of which something can be chosen this year, or the first of all. */
  private Optional<Offer> usual() {
    return offers.of(desk.year(), desk.businessDate()).stream()
        .findFirst()
        .or(() -> offers.all().stream().findFirst());
  }

  /** As typed; else this month, or the last one of which anything is known. */
  private YearMonth month(String typed, Optional<Offer> offer, Faults faults) {
    LocalDate day = desk.businessDate();
    if (!typed.isBlank()) {
      Optional<YearMonth> read = CalendarText.month(new CellValue.Text(typed.strip()));
      if (read.isEmpty()) {
        faults.at("month", Message.of("desk.quote.no-month"));
      }
      return read.orElseGet(() -> YearMonth.from(day));
    }
    YearMonth now = YearMonth.from(day);
    return offer
        .filter(each -> each.quote(now, day).isEmpty())
        .flatMap(
            each ->
                each.policy().limits().stream()
                    .map(limits -> YearMonth.of(limits.year(), 12))
                    .filter(last -> each.quote(last, day).isPresent())
                    .max(YearMonth::compareTo))
        .orElse(now);
  }

  private static Optional<Money> chosen(String typed, Quote quote, Faults faults) {
    if (typed.isBlank()) {
      return Optional.empty();
    }
    Optional<Money> money = SheetTable.amount(new CellValue.Text(typed.strip()));
    if (money.isEmpty()) {
      faults.at("base", Message.of("desk.quote.no-amount"));
      return Optional.empty();
    }
    Optional<Message> outside = outside(money.get(), quote);
    outside.ifPresent(sentence -> faults.at("base", sentence));
    return outside.isPresent() ? Optional.empty() : money;
  }

  private static Optional<Message> outside(Money base, Quote quote) {
    List<Money> tiers = quote.tiers().map(AnnualTiers::known).orElse(List.of());
    if (quote.limits().isEmpty() && !tiers.contains(base)) {
      return Optional.of(
          Message.of(
              "desk.quote.no-tier",
              String.join("、", tiers.stream().map(Money::toString).toList())));
    }
    return quote
        .limits()
        .filter(each -> !each.limits().contains(base))
        .map(
            each ->
                Message.of(
                    "cli.quote-outside",
                    base.toString(),
                    each.limits().lower().toString(),
                    each.limits().upper().toString()));
  }
}
