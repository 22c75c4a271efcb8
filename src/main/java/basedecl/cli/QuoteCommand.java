package basedecl.cli;

import basedecl.assessment.flexible.ElectionPrice;
import basedecl.assessment.flexible.PaymentRhythm;
import basedecl.assessment.topup.Instalment;
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
import basedecl.policy.rule.AnnualTiers;
import basedecl.policy.rule.Limits;
import basedecl.policy.rule.PublishedLimits;
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
@Command(name = "quote")
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
      Optional<PublishedLimits> limits = each.getValue().limitsFor(month.getYear(), month, day);
      if (limits.isPresent() && asked.map(each.getKey()::equals).orElse(true)) {
        quote(each.getValue(), limits.get(), month, day);
        any = true;
      }
      Optional<AnnualTiers> tiers = each.getValue().tiersFor(each.getKey(), month);
      if (tiers.isPresent() && asked.map(each.getKey()::equals).orElse(true)) {
        say(
            "cli.quote-tiers",
            each.getValue().title(),
            each.getKey().title(),
            month.toString(),
            String.join("、", tiers.get().known().stream().map(Money::toString).toList()));
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

  private void quote(Policy policy, PublishedLimits published, YearMonth month, LocalDate day) {
    Limits limits = published.limits();
    Optional<Money> chosen = chosen(limits);
    ElectionPrice price = new ElectionPrice(policy, day);
    say(
        "cli.quote-head",
        policy.title(),
        month.toString(),
        limits.lower().toString(),
        limits.upper().toString(),
        price.rate(month).map(rate -> Percent.exact(rate.value())).orElse("-"));
    policy
        .rateFor(month)
        .filter(rate -> rate.placeholder())
        .ifPresent(rate -> say("cli.quote-placeholder", policy.source()));
    policy.payee().ifPresent(payee -> say("cli.quote-payee", payee.name(), payee.agency()));
    chosen.ifPresent(money -> line("cli.quote-chosen", price, money, month));
    line("cli.quote-lowest", price, limits.lower(), month);
    line("cli.quote-highest", price, limits.upper(), month);
    chosen.flatMap(money -> price.instalments(money, month, PaymentRhythm.YEARLY)).stream()
        .flatMap(List::stream)
        .map(Instalment::parts)
        .filter(parts -> parts.size() > 1)
        .flatMap(List::stream)
        .forEach(
            part ->
                say(
                    "cli.quote-part",
                    part.first().toString(),
                    part.last().toString(),
                    part.monthly().toString(),
                    part.amount().toString()));
  }

  private void line(String key, ElectionPrice price, Money money, YearMonth month) {
    say(
        key,
        money.toString(),
        span(price, money, month, PaymentRhythm.MONTHLY),
        span(price, money, month, PaymentRhythm.QUARTERLY),
        span(price, money, month, PaymentRhythm.HALF_YEARLY),
        span(price, money, month, PaymentRhythm.YEARLY),
        month.toString(),
        price
            .until(money, month, YearMonth.of(month.getYear(), 12))
            .map(Money::toString)
            .orElse("-"));
  }

  private static String span(
      ElectionPrice price, Money money, YearMonth month, PaymentRhythm rhythm) {
    return price.perSpan(money, month, rhythm).map(Money::toString).orElse("-");
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

  private void say(String key, String... words) {
    terminal.out().println(Message.of(key, words).in(terminal.language()));
  }
}
