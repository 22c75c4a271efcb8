package basedecl.cli.policy;

import basedecl.assessment.DeclarationTotals;
import basedecl.audit.signal.SignalFinding;
import basedecl.audit.trial.TrialTotals.Change;
import basedecl.audit.trial.TrialTotals.Named;
import basedecl.job.audit.SubmittedFigures;
import basedecl.job.audit.Trial;
import basedecl.job.audit.TrialSignals.Sight;
import basedecl.message.Language;
import basedecl.money.Money;
import basedecl.policy.rule.SignalKind;
import basedecl.policyfile.TriedPolicy;
import basedecl.report.explain.Explanation;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a trial says: sentences and the same figures as JSON. */
record TrialText(Trial asked, Trial.Result result, SubmittedFigures handed) {

  /** Employers named in a sentence; JSON and workbook name them all. */
  private static final int NAMED = 20;

  void write(Explanation text, Language language, Optional<Path> written) {
    head(text);
    bases(text);
    flags(text);
    for (SignalKind kind : SignalKind.values()) {
      signal(text, language, kind);
    }
    text.put("employers_changed_in_any_way", result.changed());
    text.put("employers_otherwise_in_ledger", result.otherwise());
    if (result.otherwise() > 0) {
      text.say("try.otherwise", result.otherwise());
    }
    long problems = handed.problems().size() + handed.problemsLeftOut();
    text.put("lines_not_used", problems);
    if (problems > 0) {
      text.say("try.problems", problems);
    }
    if (asked.isPlaceholder()) {
      text.say("placeholder");
    }
    written.ifPresent(
        file -> {
          text.put("output", file.toString());
          text.say("try.written", file, result.changed());
        });
  }

  private void head(Explanation text) {
    text.say(
            "try.head",
            asked.policy().title(),
            asked.year(),
            asked.month(),
            asked.day(),
            result.totals().employers(),
            result.totals().before().persons())
        .put("policy", asked.policy().name())
        .put("policy_version", asked.policy().version())
        .put("year", asked.year())
        .put("month", asked.month().toString())
        .put("known_on", asked.day().toString());
    for (TriedPolicy.Change each : asked.tried().changes()) {
      Explanation item = text.item("tried");
      item.say("try.tried", each.key(), each.shownBefore().orElse("—"), each.shownAfter());
      item.put("key", each.key()).put("after", each.after());
      each.before().ifPresent(before -> item.put("before", before));
    }
    text.put("employers", result.totals().employers())
        .put("persons", result.totals().before().persons());
  }

  private void bases(Explanation text) {
    DeclarationTotals was = result.totals().before();
    DeclarationTotals is = result.totals().after();
    text.say(
            "try.changed",
            result.totals().employersWithOtherBases(),
            result.totals().raised() + result.totals().lowered(),
            result.totals().raised(),
            result.totals().lowered())
        .put("employers_with_other_bases", result.totals().employersWithOtherBases())
        .put("persons_with_other_bases", result.totals().raised() + result.totals().lowered())
        .put("persons_raised", result.totals().raised())
        .put("persons_lowered", result.totals().lowered());
    count(text, "declared_below_lower", was.declaredBelowLower(), is.declaredBelowLower());
    count(text, "at_lower", was.atLower(), is.atLower());
    count(text, "declared_above_upper", was.loweredToUpper(), is.loweredToUpper());
    money(text, "base_total", Optional.of(was.baseTotal()), Optional.of(is.baseTotal()));
    money(text, "employer_due", was.dues().employer(), is.dues().employer());
    money(text, "personal_due", was.dues().personal(), is.dues().personal());
    money(text, "total_due", was.dues().total(), is.dues().total());
  }

  private static void count(Explanation text, String key, long was, long is) {
    text.say("try." + key, was, is, signed(is - was));
    text.part(key).put("before", was).put("after", is).put("difference", is - was);
  }

  private static void money(Explanation text, String key, Optional<Money> was, Optional<Money> is) {
    Optional<Money> difference = was.flatMap(old -> is.map(now -> now.minus(old)));
    text.say(
        "try." + key,
        Explanation.yuan(was),
        Explanation.yuan(is),
        difference.map(d -> (d.signum() > 0 ? "+" : "") + d).orElse("—"));
    text.part(key).put("before", was).put("after", is).put("difference", difference);
  }

  private void flags(Explanation text) {
    Change flags = result.totals().flags();
    text.say("try.flagged", flags.before(), flags.after(), signed(flags.after() - flags.before()));
    Explanation part = text.part("flagged");
    part.put("before", flags.before()).put("after", flags.after());
    part.put("difference", flags.after() - flags.before());
    named(part, "new", result.totals().newlyFlagged());
    named(part, "no_longer", result.totals().noLongerFlagged());
  }

  private static void named(Explanation part, String key, List<Named> employers) {
    part.put(key, employers.size());
    for (Named each : employers) {
      part.item(key + "_employers").put("employer", each.code()).put("name", each.name());
    }
    if (!employers.isEmpty()) {
      part.say(
          "try.flagged-" + key,
          employers.size(),
          employers.stream()
              .limit(NAMED)
              .map(each -> (each.code() + " " + each.name()).strip())
              .collect(Collectors.joining(part.words("comma"))));
    }
    if (employers.size() > NAMED) {
      part.say("try.flagged-more", employers.size() - NAMED);
    }
  }

  private void signal(Explanation text, Language language, SignalKind kind) {
    Sight was = sight(result.signals().before(), kind);
    Sight is = sight(result.signals().after(), kind);
    Change change = result.totals().signal(kind);
    Explanation item = text.item("signals");
    item.put("signal", kind.word());
    String name = SignalFinding.titleOf(kind.word()).in(language);
    if (was != Sight.SEEN && is != Sight.SEEN) {
      item.put("not_looked_for", word(is));
      text.say("try.signal-unseen", name, text.words("try.sight." + is.name()));
      return;
    }
    putSeen(item, "before", was, change.before());
    putSeen(item, "after", is, change.after());
    item.put("new", change.fresh()).put("gone", change.gone());
    text.say(
        "try.signal",
        name,
        was == Sight.SEEN ? change.before() : text.words("try.sight." + was.name()),
        is == Sight.SEEN ? change.after() : text.words("try.sight." + is.name()),
        change.fresh(),
        change.gone());
  }

  private static Sight sight(Map<SignalKind, Sight> sights, SignalKind kind) {
    return sights.getOrDefault(kind, Sight.OFF);
  }

  /** A count; left out where the signal was not looked for. */
  private static void putSeen(Explanation item, String key, Sight sight, long employers) {
    if (sight == Sight.SEEN) {
      item.put(key, employers);
    }
  }

  private static String word(Sight sight) {
    return sight.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String signed(long difference) {
    return difference > 0 ? "+" + difference : Long.toString(difference);
  }
}
