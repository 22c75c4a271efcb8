package basedecl.desk.flexible;

import basedecl.assessment.flexible.PaymentRhythm;
import basedecl.assessment.flexible.Quote;
import basedecl.assessment.topup.Instalment;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.money.Money;
import basedecl.money.Percent;
import basedecl.policy.InstalmentRule;
import basedecl.policy.Payee;
import basedecl.policy.rule.AnnualTiers;
import basedecl.policy.rule.Citation;
import basedecl.policy.rule.ContributionRate;
import basedecl.policy.rule.LimitChange;
import basedecl.policy.rule.LimitsStanding;
import basedecl.policy.rule.PublishedLimits;
import basedecl.report.ReportTexts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a base costs, and between which limits it may be chosen, with the documents that say so.
 *
 * @param lower of the base, as a field has it; empty where tiers are chosen
 * @param provisional what will happen when the limits become final; empty where they are
 * @param tiers the yearly amounts to choose from; none where a base is chosen
 * @param lines the chosen base first, then the lowest and the highest
 */
public record QuotePage(
    String title,
    String month,
    String lower,
    String upper,
    String limits,
    String citation,
    boolean limitsMarked,
    String provisional,
    String rate,
    String rateCitation,
    boolean rateMarked,
    List<String> tiers,
    List<Line> lines,
    String payee,
    String channel) {

  /**
   * The price of a base.
   *
   * @param monthly empty of a tier, which is paid once a year
   */
  public record Line(
      String what,
      String base,
      String monthly,
      String quarterly,
      String halfYearly,
      String yearly,
      String untilDecember,
      List<String> parts) {}

  public QuotePage {
    tiers = List.copyOf(tiers);
    lines = List.copyOf(lines);
  }

  /** Whether tiers are chosen. */
  public boolean byTier() {
    return !tiers.isEmpty();
  }

  static QuotePage of(Offer offer, Quote quote, Optional<Money> chosen, Language language) {
    Optional<Citation> limits = quote.limits().map(PublishedLimits::citation);
    Optional<Citation> cited = limits.or(() -> quote.tiers().map(AnnualTiers::citation));
    Optional<ContributionRate> rate = quote.policy().rateFor(quote.month());
    return new QuotePage(
        offer.title(),
        quote.month().toString(),
        quote.limits().map(each -> each.limits().lower().toString()).orElse(""),
        quote.limits().map(each -> each.limits().upper().toString()).orElse(""),
        quote
            .limits()
            .map(
                each ->
                    ReportTexts.yuan(each.limits().lower())
                        + " – "
                        + ReportTexts.yuan(each.limits().upper()))
            .orElse(""),
        cited.map(Citation::text).orElse(""),
        cited.filter(Citation::placeholder).isPresent(),
        quote
            .limits()
            .filter(each -> each.standing() == LimitsStanding.PROVISIONAL)
            .map(each -> whenFinal(quote).in(language))
            .orElse(""),
        quote.rate().map(each -> Percent.exact(each.value())).orElse(""),
        rate.map(each -> each.citation().text()).orElse(""),
        rate.filter(ContributionRate::placeholder).isPresent(),
        quote.tiers().map(AnnualTiers::known).orElse(List.of()).stream()
            .map(Money::toString)
            .toList(),
        lines(quote, chosen, language),
        quote.policy().payee().map(Payee::name).orElse(""),
        quote
            .policy()
            .instalmentRuleFor(quote.month())
            .flatMap(InstalmentRule::channel)
            .orElse(""));
  }

  /** What becomes of months already paid for when other limits take the place of these. */
  private static Message whenFinal(Quote quote) {
    Optional<LimitChange> change = quote.policy().limitChangeFor(quote.month());
    if (change.isEmpty()) {
      return Message.of("desk.quote.provisional");
    }
    return change.get().mode() == LimitChange.Mode.RETROACTIVE
        ? Message.of(
            "desk.quote.provisional-top-up",
            change.get().until().map(LocalDate::toString).orElse("—"))
        : Message.of("desk.quote.provisional-next-month");
  }

  private static List<Line> lines(Quote quote, Optional<Money> chosen, Language language) {
    List<Line> lines = new ArrayList<>();
    chosen.ifPresent(base -> lines.add(line("chosen", quote.line(base), quote, language)));
    quote
        .limits()
        .ifPresent(
            each -> {
              lines.add(line("lowest", quote.line(each.limits().lower()), quote, language));
              lines.add(line("highest", quote.line(each.limits().upper()), quote, language));
            });
    if (chosen.isEmpty()) {
      quote.tiers().map(AnnualTiers::known).orElse(List.of()).stream()
          .map(tier -> line("tier", quote.line(tier), quote, language))
          .forEach(lines::add);
    }
    return lines;
  }

  private static Line line(String what, Quote.Line line, Quote quote, Language language) {
    boolean tier = quote.limits().isEmpty();
    return new Line(
        Message.of("desk.quote." + what).in(language),
        ReportTexts.yuan(line.base()),
        tier ? "" : yuan(line.span(PaymentRhythm.MONTHLY)),
        tier ? "" : yuan(line.span(PaymentRhythm.QUARTERLY)),
        tier ? "" : yuan(line.span(PaymentRhythm.HALF_YEARLY)),
        yuan(line.span(PaymentRhythm.YEARLY)),
        yuan(line.untilDecember()),
        parts(line.parts(), language));
  }

  /** What each part of a payment comes to, where a rate changes within it. */
  public static List<String> parts(List<Instalment.Part> parts, Language language) {
    return parts.stream()
        .map(
            part ->
                Message.of(
                        "desk.quote.part",
                        part.first().toString(),
                        part.last().toString(),
                        ReportTexts.yuan(part.monthly()),
                        ReportTexts.yuan(part.amount()))
                    .in(language))
        .toList();
  }

  private static String yuan(Optional<Money> money) {
    return money.map(ReportTexts::yuan).orElse("—");
  }
}
