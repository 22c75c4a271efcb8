package basedecl.desk.policy;

import basedecl.audit.YearRules;
import basedecl.audit.signal.SignalFinding;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.money.Rate;
import basedecl.policy.rule.ContributionRate;
import basedecl.policy.rule.SignalKind;
import basedecl.policy.rule.SignalRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The figures that can be tried, with what holds now.
 *
 * @param figures limits, rates, the share that flags, the minimum wage
 * @param signals the thresholds of the signals
 */
record TrialForm(String period, List<Field> figures, List<Field> signals) {

  /**
   * A figure.
   *
   * @param key its name in a policy file
   * @param now as the policy has it, empty where it has none
   */
  record Field(String key, String title, String now, String typed) {}

  /** Whether a signal's threshold is among what was typed. */
  public boolean signalsTried() {
    return signals.stream().anyMatch(field -> !field.typed().isBlank());
  }

  private static final String THRESHOLD = ".threshold";

  /** The names of all figures of the form. */
  static List<String> keys() {
    List<String> keys = new ArrayList<>(FIGURES);
    Arrays.stream(SignalKind.values()).map(TrialForm::key).forEach(keys::add);
    return keys;
  }

  private static final List<String> FIGURES =
      List.of(
          "limits.lower",
          "limits.upper",
          "rates.employer",
          "rates.personal",
          "audit.more-than",
          "minimum-wage.monthly");

  private static String key(SignalKind kind) {
    return "signals." + kind.word() + THRESHOLD;
  }

  /**
   * @param rules those of the month, empty where it has none
   */
  static TrialForm of(
      String period, Optional<YearRules> rules, Map<String, String> typed, Language language) {
    Map<String, String> now = rules.map(TrialForm::now).orElseGet(Map::of);
    List<Field> signals = new ArrayList<>();
    for (SignalKind kind : SignalKind.values()) {
      signals.add(field(key(kind), SignalFinding.titleOf(kind.word()), now, typed, language));
    }
    return new TrialForm(
        period,
        FIGURES.stream()
            .map(key -> field(key, Message.of("desk.policy.figure." + key), now, typed, language))
            .toList(),
        signals);
  }

  private static Field field(
      String key,
      Message title,
      Map<String, String> now,
      Map<String, String> typed,
      Language language) {
    return new Field(
        key, title.in(language), now.getOrDefault(key, ""), typed.getOrDefault(key, ""));
  }

  private static Map<String, String> now(YearRules rules) {
    Map<String, String> now = new LinkedHashMap<>();
    now.put("limits.lower", rules.limits().limits().lower().toString());
    now.put("limits.upper", rules.limits().limits().upper().toString());
    rate(rules, ContributionRate::employer).ifPresent(rate -> now.put("rates.employer", rate));
    rate(rules, ContributionRate::personal).ifPresent(rate -> now.put("rates.personal", rate));
    rules
        .threshold()
        .ifPresent(threshold -> now.put("audit.more-than", plain(threshold.moreThan())));
    rules
        .minimumWage()
        .ifPresent(wage -> now.put("minimum-wage.monthly", wage.monthly().toString()));
    for (SignalRule signal : rules.signals()) {
      now.put(key(signal.kind()), plain(signal.threshold()));
    }
    return now;
  }

  private static Optional<String> rate(
      YearRules rules, Function<ContributionRate, Optional<Rate>> part) {
    return rules.rate().flatMap(part).map(rate -> plain(rate.value()));
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
