package basedecl.policyfile.text;

import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.money.Money;
import basedecl.money.Percent;
import basedecl.money.Rate;
import basedecl.policy.AgencyDirectory;
import basedecl.policy.Following;
import basedecl.policy.Policy;
import basedecl.policy.rule.Citation;
import basedecl.policy.rule.ContributionRate;
import basedecl.policy.rule.Deadline;
import basedecl.policy.rule.LimitChange;
import basedecl.policy.rule.PublishedLimits;
import basedecl.policy.rule.SignalKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts together what a policy says, table by table. */
final class TablesOfPolicy {

  private final Language language;
  private final List<PolicyTable> tables = new ArrayList<>();

  private TablesOfPolicy(Language language) {
    this.language = language;
  }

  static PolicyTables of(
      Policy policy, Optional<Integer> year, Optional<LocalDate> knownOn, Language language) {
    return new TablesOfPolicy(language).tables(policy, year, knownOn);
  }

  private PolicyTables tables(Policy policy, Optional<Integer> year, Optional<LocalDate> knownOn) {
    policy.following().ifPresent(this::following);
    limits(policy, year, knownOn);
    dated(
        "rounding",
        policy.baseRounding().stream().toList(),
        r ->
            row(
                r.citation(),
                Integer.toString(r.rounding().scale()),
                say("explain.mode." + r.rounding().mode().name())));
    datedRules(policy, Years.of(year));
    policy.agencyDirectory().ifPresent(this::agencies);
    boolean placeholders =
        tables.stream().flatMap(t -> t.rows().stream()).anyMatch(PolicyTable.Row::placeholder);
    return new PolicyTables(
        say("policy.show.title", policy.title(), policy.name()),
        say("policy.show.file", policy.source(), policy.version()),
        tables,
        placeholders ? say("policy.show.placeholder-note") : "");
  }

  private void limits(Policy policy, Optional<Integer> year, Optional<LocalDate> knownOn) {
    List<PublishedLimits> shown =
        policy.limits().stream()
            .filter(l -> year.map(y -> y == l.year()).orElse(true))
            .filter(l -> knownOn.map(day -> !l.published().isAfter(day)).orElse(true))
            .toList();
    if (shown.isEmpty() && !policy.limits().isEmpty()) {
      tables.add(
          new PolicyTable(
              say("policy.show.limits"), List.of(), List.of(), List.of(say("policy.show.none"))));
      return;
    }
    dated(
        "limits",
        shown,
        l ->
            row(
                l.citation(),
                Integer.toString(l.year()),
                l.from().toString(),
                l.limits().lower().toString(),
                l.limits().upper().toString(),
                word("status", l.standing()),
                l.published().toString()));
  }

  /** What is the other policy's, and what is its own. */
  private void following(Following following) {
    List<String> notes = new ArrayList<>();
    notes.add(say("policy.show.bases-of", following.basesOf()));
    following
        .onlyEmployers()
        .ifPresent(group -> notes.add(say("policy.show.only-employers." + group.word())));
    notes.add(
        say(
            following.ownDeadlines()
                ? "policy.show.own-deadlines"
                : "policy.show.followed-deadlines",
            following.basesOf()));
    notes.add(
        say(
            following.ownLateFees()
                ? "policy.show.own-late-fees"
                : "policy.show.followed-late-fees",
            following.basesOf()));
    tables.add(
        new PolicyTable(say("policy.show.following"), List.of(), List.of(), List.copyOf(notes)));
  }

  private String part(Optional<Rate> rate, Optional<Money> amount) {
    return rate.map(each -> Percent.exact(each.value()))
        .or(() -> amount.map(each -> say("policy.show.amount", each.toString())))
        .orElse("-");
  }

  private void datedRules(Policy policy, Years years) {
    dated(
        "rates",
        years.of(policy.rates(), r -> r.from()),
        r ->
            row(
                r.citation(),
                r.from().toString(),
                part(r.employer(), r.fixed().map(ContributionRate.Fixed::employer)),
                part(r.personal(), r.fixed().map(ContributionRate.Fixed::personal))));
    dated(
        "deadlines",
        years.exactly(policy.deadlines(), d -> d.period()),
        d ->
            row(
                d.citation(),
                d.period().toString(),
                policy.lastDays().words(d.stated()).in(language)));
    dated(
        "rest-day",
        policy.lastDays().rule().stream().toList(),
        r -> row(r.citation(), word("rest-day", r.treatment())));
    restDays(policy, years);
    dated(
        "late-fee",
        years.of(policy.lateFees(), r -> YearMonth.from(r.from())),
        r ->
            row(
                r.citation(),
                r.from().toString(),
                Percent.exact(r.dailyRate().value()),
                word("counts-from", r.countsFrom()),
                say(r.countsPaymentDay() ? "policy.show.counted" : "policy.show.not-counted"),
                say(r.capAtPrincipal() ? "policy.show.capped" : "policy.show.not-capped")));
    dated(
        "waivers",
        policy.waivers(),
        w -> row(w.citation(), w.from().toString(), w.to().toString()));
    dated(
        "audit",
        years.of(policy.flagThresholds(), t -> t.from()),
        t -> row(t.citation(), t.from().toString(), Percent.exact(t.moreThan())));
    dated(
        "signals",
        Arrays.stream(SignalKind.values())
            .flatMap(
                kind ->
                    years
                        .of(
                            policy.signals().stream().filter(s -> s.kind() == kind).toList(),
                            s -> s.from())
                        .stream())
            .toList(),
        s ->
            row(
                s.citation(),
                s.from().toString(),
                say("policy.show.signal." + s.kind().word()),
                say(s.on() ? "policy.show.switched-on" : "policy.show.switched-off"),
                s.kind().isShare() ? Percent.exact(s.threshold()) : s.threshold().toPlainString(),
                s.measure().map(BigDecimal::toPlainString).orElse("-"),
                Integer.toString(s.leastHeadcount())));
    dated(
        "imputation",
        years.of(policy.imputations(), i -> YearMonth.from(i.from())),
        i -> row(i.citation(), i.from().toString(), Percent.exact(i.factor())));
    dated(
        "until-declared",
        policy.untilDeclared(),
        u ->
            row(
                u.citation(),
                u.from().map(Object::toString).orElse("-"),
                word("until-declared", u.serves())));
    dated("limit-change", policy.limitChanges(), this::limitChange);
    dated(
        "minimum-wage",
        years.of(policy.minimumWages(), m -> m.from()),
        m -> row(m.citation(), m.from().toString(), m.monthly().toString()));
    dated(
        "minimum-age",
        years.of(policy.minimumAges(), m -> m.from()),
        m -> row(m.citation(), m.from().toString(), Integer.toString(m.years())));
    dated(
        "back-payment",
        years.of(policy.backPayments(), b -> b.from()),
        b ->
            row(
                b.citation(),
                b.from().toString(),
                say(b.allowed() ? "policy.show.allowed" : "policy.show.not-allowed")));
    dated(
        "instalments",
        years.of(policy.instalments(), i -> i.from()),
        i ->
            row(
                i.citation(),
                i.from().toString(),
                word("paid-in", i.paidIn()),
                Integer.toString(i.day()),
                i.channel().orElse("-")));
    dated("payee", policy.payee().stream().toList(), p -> row(p.citation(), p.name(), p.agency()));
    dated(
        "tiers",
        policy.tiers(),
        t ->
            row(
                t.citation(),
                t.from().toString(),
                t.title(),
                Integer.toString(t.count()),
                t.amounts().isEmpty()
                    ? say("policy.show.tiers-ends", t.lowest().toString(), t.highest().toString())
                    : String.join(", ", t.amounts().stream().map(Object::toString).toList())));
  }

  /** Deadlines on rest days that nothing is laid down for, or whose year has no calendar. */
  private void restDays(Policy policy, Years years) {
    years.exactly(policy.deadlines(), Deadline::period).stream()
        .map(d -> d.period().getYear())
        .distinct()
        .flatMap(year -> policy.deadlineNotices(year).stream())
        .forEach(notice -> addNote(notice.in(language)));
  }

  private PolicyTable.Row limitChange(LimitChange change) {
    boolean retroactive = change.mode() == LimitChange.Mode.RETROACTIVE;
    return row(
        change.citation(),
        change.from().map(Object::toString).orElse("-"),
        word("mode", change.mode()),
        change.until().map(Object::toString).orElse("-"),
        retroactive ? word("retired", change.retiredInYear()) : "-",
        retroactive ? word("decrease", change.decrease()) : "-");
  }

  private void agencies(AgencyDirectory directory) {
    List<PolicyTable.Row> rows = new ArrayList<>();
    directory
        .agencies()
        .forEach(
            a ->
                rows.add(
                    new PolicyTable.Row(
                        List.of(Integer.toString(rows.size() + 1), a.name(), a.telephoneText()),
                        false)));
    List<String> notes = new ArrayList<>();
    directory.hotline().ifPresent(h -> notes.add(say("policy.show.hotline", h)));
    notes.add(say("policy.show.agencies-source", directory.citation().text()));
    tables.add(
        new PolicyTable(
            say("policy.show.agencies"), columns("policy.show.agencies-header"), rows, notes));
  }

  private <T> void dated(String name, List<T> values, Function<T, PolicyTable.Row> row) {
    if (!values.isEmpty()) {
      tables.add(
          new PolicyTable(
              say("policy.show." + name),
              columns("policy.show." + name + "-header"),
              values.stream().map(row).toList(),
              List.of()));
    }
  }

  /** Below the table that came last. */
  private void addNote(String note) {
    int last = tables.size() - 1;
    tables.set(last, tables.get(last).withNote(note));
  }

  /** The figures, the mark of a placeholder, the citation. */
  private PolicyTable.Row row(Citation citation, String... figures) {
    return new PolicyTable.Row(
        Stream.concat(
                Arrays.stream(figures),
                Stream.of(
                    citation.placeholder() ? say("policy.show.placeholder") : "", citation.text()))
            .toList(),
        citation.placeholder());
  }

  private String word(String group, Enum<?> constant) {
    String name = constant.name().toLowerCase(Locale.ROOT);
    return say("policy.show." + group + "." + name);
  }

  private List<String> columns(String key) {
    return List.of(say(key).split("\t", -1));
  }

  private String say(String key, String... words) {
    return Message.of(key, words).in(language);
  }
}
