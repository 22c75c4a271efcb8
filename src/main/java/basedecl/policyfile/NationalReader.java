package basedecl.policyfile;

import basedecl.policy.NationalRules;
import basedecl.policy.WorkCalendar;
import basedecl.policy.rule.Imputation;
import basedecl.policy.rule.MinimumAge;
import basedecl.policy.rule.RetirementStep;
import basedecl.policy.rule.RetirementTrack;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The file {@code national.yaml}: figures of national law. */
final class NationalReader {

  private static final List<String> KEYS =
      List.of(
          "title",
          "imputation",
          "minimum-age",
          "signals",
          "retirement-age",
          "holidays",
          "worked-days");
  private static final List<String> RETIREMENT =
      List.of(
          "track", "first-birth-month", "years", "step", "max-delay", "placeholder", "citation");
  private static final List<String> HOLIDAY = List.of("from", "to", "placeholder", "citation");
  private static final List<String> WORKED_DAY = List.of("date", "placeholder", "citation");
  private static final int OLDEST = 75;
  private static final int LONGEST_DELAY = 120;

  private NationalReader() {}

  static NationalRules read(SourceFile file) {
    Section root = YamlFile.read(file, KEYS);
    Map<RetirementTrack, RetirementStep> steps = new EnumMap<>(RetirementTrack.class);
    DatedValues.read(
            "retirement-age",
            root.sections("retirement-age", RETIREMENT),
            NationalReader::step,
            RetirementStep::track)
        .forEach(step -> steps.put(step.track(), step));
    return new NationalRules(
        DatedValues.read(
            "imputation",
            root.sections("imputation", RulesReader.IMPUTATION),
            RulesReader::imputation,
            Imputation::from),
        DatedValues.read(
            "minimum-age",
            root.sections("minimum-age", RulesReader.MINIMUM_AGE),
            RulesReader::minimumAge,
            MinimumAge::from),
        RulesReader.signals(root),
        steps,
        new WorkCalendar(
            DatedValues.read(
                "holidays",
                root.sections("holidays", HOLIDAY),
                NationalReader::holiday,
                WorkCalendar.Holiday::from),
            DatedValues.read(
                "worked-days",
                root.sections("worked-days", WORKED_DAY),
                entry ->
                    new WorkCalendar.WorkedDay(entry.required("date").date(), entry.citation()),
                WorkCalendar.WorkedDay::day)));
  }

  private static WorkCalendar.Holiday holiday(Section entry) {
    LocalDate from = entry.required("from").date();
    LocalDate to = entry.required("to").date();
    if (to.isBefore(from)) {
      throw entry
          .file()
          .refusal("policy.holiday-reversed", entry.line(), from.toString(), to.toString());
    }
    return new WorkCalendar.Holiday(from, to, entry.citation());
  }

  private static RetirementStep step(Section entry) {
    return new RetirementStep(
        entry
            .required("track")
            .oneOf(
                List.of(RetirementTrack.values()),
                t -> t.name().toLowerCase(Locale.ROOT).replace('_', '-')),
        entry.required("first-birth-month").month(),
        entry.required("years").count(1, OLDEST),
        entry.required("step").count(1, LONGEST_DELAY),
        entry.required("max-delay").count(0, LONGEST_DELAY),
        entry.citation());
  }
}
