package basedecl.cli;

import basedecl.assessment.flexible.PaymentRhythm;
import basedecl.assessment.flexible.Quote;
import basedecl.cell.CalendarText;
import basedecl.cell.CellValue;
import basedecl.cli.terminal.LanguageOption;
import basedecl.cli.terminal.SetOption;
import basedecl.cli.terminal.Terminal;
import basedecl.job.run.RegionPolicies;
import basedecl.job.run.Rulebook;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.money.Money;
import basedecl.money.Percent;
import basedecl.policy.InsuranceKind;
import basedecl.policy.Policy;
import basedecl.policy.PolicyBook;
import basedecl.policy.rule.Limits;
import basedecl.policyfile.PolicyFiles;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobFile;
import basedecl.settings.JobSettings;
import basedecl.table.SheetTable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code quote --region REGION [--base YUAN]}: what each rhythm costs for a base, and what the
 * lowest and the highest choice cost; no ledger.
 */
@Command
final class QuoteCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(names = "--region", required = true, paramLabel = "REGION", descriptionKey = "region")
  String region = "";

  @Option(names = "--base", paramLabel = "YUAN", descriptionKey = "quote.base")
  @Nullable String base;

  @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "quote.kind")
  @Nullable String kind;

  @Option(names = "--from", paramLabel = "MONTH", descriptionKey = "quote.from")
  @Nullable String from;

  @Mixin SetOption set = new SetOption();
  @Mixin LanguageOption lang = new LanguageOption();

  QuoteCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Map<String, String> all = new LinkedHashMap<>(set.values());
    all.put(CommonKeys.REGION.name(), region);
    JobSettings settings =
        JobFile.ofCommandLine(all)
            .settings(
                "quote", List.of(CommonKeys.REGION, CommonKeys.BUSINESS_DATE, CommonKeys.POLICIES));
    LocalDate day = settings.businessDate(LocalDate.now(ZoneId.systemDefault()));
    PolicyBook shelf = PolicyFiles.load(settings.optionalPath(CommonKeys.POLICIES));
    Map<InsuranceKind, Policy> policies = RegionPolicies.byKind(Rulebook.of(settings, shelf));
    YearMonth month = month(day);
    Optional<InsuranceKind> asked = kind(policies);
    boolean any = false;
    for (Map.Entry<InsuranceKind, Policy> each : policies.entrySet()) {
      Optional<Quote> quote =
          Quote.of(each.getValue(), each.getKey(), month, day)
              .filter(known -> asked.map(known.kind()::equals).orElse(true));
      if (quote.isPresent()) {
        say(quote.get());
        any = true;
      }
    }
    if (!any) {
      throw new RefusedException(
          Message.of(
              "job.limits-unknown", region, Integer.toString(month.getYear()), day.toString()));
    }
    return 0;
  }

  private void say(Quote quote) {
    quote.limits().ifPresent(limits -> say(quote, limits.limits()));
    quote
        .tiers()
        .ifPresent(
            tiers ->
                terminal.say(
                    "cli.quote-tiers",
                    quote.policy().title(),
                    quote.kind().title(),
                    quote.month().toString(),
                    String.join("、", tiers.known().stream().map(Money::toString).toList())));
  }

  private void say(Quote quote, Limits limits) {
    Policy policy = quote.policy();
    Optional<Money> chosen = chosen(limits);
    terminal.say(
        "cli.quote-head",
        policy.title(),
        quote.month().toString(),
        limits.lower().toString(),
        limits.upper().toString(),
        quote.rate().map(rate -> Percent.exact(rate.value())).orElse("-"));
    policy
        .rateFor(quote.month())
        .filter(rate -> rate.placeholder())
        .ifPresent(rate -> terminal.say("cli.quote-placeholder", policy.source()));
    policy
        .payee()
        .ifPresent(payee -> terminal.say("cli.quote-payee", payee.name(), payee.agency()));
    chosen.ifPresent(money -> line("cli.quote-chosen", quote, money));
    line("cli.quote-lowest", quote, limits.lower());
    line("cli.quote-highest", quote, limits.upper());
    chosen.map(quote::line).map(Quote.Line::parts).stream()
        .flatMap(List::stream)
        .forEach(
            part ->
                terminal.say(
                    "cli.quote-part",
                    part.first().toString(),
                    part.last().toString(),
                    part.monthly().toString(),
                    part.amount().toString()));
  }

  private void line(String key, Quote quote, Money money) {
    Quote.Line line = quote.line(money);
    terminal.say(
        key,
        money.toString(),
        text(line.span(PaymentRhythm.MONTHLY)),
        text(line.span(PaymentRhythm.QUARTERLY)),
        text(line.span(PaymentRhythm.HALF_YEARLY)),
        text(line.span(PaymentRhythm.YEARLY)),
        quote.month().toString(),
        text(line.untilDecember()));
  }

  private static String text(Optional<Money> money) {
    return money.map(Money::toString).orElse("-");
  }

  private Optional<Money> chosen(Limits limits) {
    String typed = base;
    if (typed == null) {
      return Optional.empty();
    }
    Money money =
        SheetTable.amount(new CellValue.Text(typed))
            .orElseThrow(() -> new RefusedException(Message.of("cli.quote-no-amount", typed)));
    if (!limits.contains(money)) {
      throw new RefusedException(
          Message.of(
              "cli.quote-outside",
              money.toString(),
              limits.lower().toString(),
              limits.upper().toString()));
    }
    return Optional.of(money);
  }

  private YearMonth month(LocalDate day) {
    String typed = from;
    return typed == null
        ? YearMonth.from(day)
        : CalendarText.month(new CellValue.Text(typed))
            .orElseThrow(() -> new RefusedException(Message.of("cli.quote-no-month", typed)));
  }

  private Optional<InsuranceKind> kind(Map<InsuranceKind, Policy> policies) {
    if (kind == null) {
      return Optional.empty();
    }
    for (InsuranceKind each : policies.keySet()) {
      if (each.policyWord().equals(kind) || each.words().anyMatch(kind::equals)) {
        return Optional.of(each);
      }
    }
    throw new RefusedException(
        Message.of("cli.quote-no-kind", kind, InsuranceKind.titles(policies.keySet())));
  }
}
