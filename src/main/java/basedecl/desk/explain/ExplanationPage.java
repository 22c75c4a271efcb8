package basedecl.desk.explain;

import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.report.explain.Explanation;
import basedecl.report.explain.Explanation.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An explanation in parts to read, its sentences those of the command.
 *
 * @param lead whom it is about
 * @param month whose figures are told
 * @param choices the months of the year
 * @param ofPerson whether it is a person's
 */
record ExplanationPage(
    String employerCode,
    String lead,
    boolean ofPerson,
    String month,
    List<String> choices,
    List<String> notices,
    List<Section> sections) {

  /** Which sentence begins which part of a page. */
  private static final Map<String, String> BEGINS =
      Map.ofEntries(
          Map.entry("wage", "base"),
          Map.entry("wage-assessed", "base"),
          Map.entry("outcome", "outcomes"),
          Map.entry("rates", "dues"),
          Map.entry("no-rate", "dues"),
          Map.entry("not-declared", "not-declared"),
          Map.entry("totals", "totals"),
          Map.entry("spans", "months"),
          Map.entry("flagged", "flag"),
          Map.entry("not-flagged", "flag"),
          Map.entry("version-of-employer", "versions"),
          Map.entry("retirees", "retirees"),
          Map.entry("late-fees", "late-fees"),
          Map.entry("no-late-fees", "late-fees"),
          Map.entry("collection", "collection"),
          Map.entry("replaced", "other-versions"),
          Map.entry("pending", "other-versions"),
          Map.entry("person-gone", "gone"));

  /** What the command says with its own options and jobs, the pages say in other words. */
  private static final List<String> IN_OTHER_WORDS = List.of("no-rate", "no-late-fees", "spans");

  /**
   * A part of a page.
   *
   * @param id by which it is linked to
   * @param months for the part that tells month by month, else empty
   */
  record Section(String id, List<Told> told, List<Months> months) {}

  /**
   * A sentence.
   *
   * @param in how far within others it stands
   * @param label what it is about, or empty
   */
  record Told(int in, String label, String text) {}

  /** Months with the same limits, rates and bases. */
  record Months(
      String months,
      String lower,
      String upper,
      String citation,
      String base,
      String employerDue,
      String personalDue,
      String totalDue) {}

  static ExplanationPage of(
      String employerCode,
      String month,
      List<String> choices,
      Explanation explanation,
      boolean ofCentre,
      Language language) {
    List<Section> sections = new ArrayList<>();
    StringBuilder lead = new StringBuilder();
    List<String> notices = new ArrayList<>();
    for (Said said : explanation.said()) {
      if (said.isNotice()) {
        notices.add(said.text());
      } else if (said.key().equals("employer")) {
        lead.append(said.text());
      } else if (isTold(said, ofCentre)) {
        section(said, sections, explanation).told().addAll(told(said, language));
      }
    }
    return new ExplanationPage(
        employerCode,
        lead.toString(),
        explanation.said().stream().anyMatch(said -> said.key().equals("person")),
        month,
        choices,
        notices,
        sections);
  }

  /** What auditors noted is the centre's own; an employer sees what was assessed at its people. */
  private static boolean isTold(Said said, boolean ofCentre) {
    return !said.key().equals("period")
        && !said.key().startsWith("span-")
        && (ofCentre || !said.key().equals("outcome"));
  }

  private static Section section(Said said, List<Section> sections, Explanation explanation) {
    String last = sections.isEmpty() ? "" : sections.get(sections.size() - 1).id();
    String begun = Optional.ofNullable(BEGINS.get(said.key())).orElse(last);
    boolean goesOn = begun.equals(last) || (begun.equals("versions") && last.equals("retirees"));
    if (goesOn && !last.isEmpty()) {
      return sections.get(sections.size() - 1);
    }
    Section section =
        new Section(
            begun.isEmpty() ? "person" : begun,
            new ArrayList<>(),
            begun.equals("months") ? months(explanation) : List.of());
    sections.add(section);
    return section;
  }

  private static List<Months> months(Explanation explanation) {
    return explanation.items("months_assessed").stream()
        .map(
            span ->
                new Months(
                    of(span, "from") + " – " + of(span, "to"),
                    of(span, "lower"),
                    of(span, "upper"),
                    of(span, "citation"),
                    of(span, "base"),
                    of(span, "employer_due"),
                    of(span, "personal_due"),
                    of(span, "total_due")))
        .toList();
  }

  private static String of(Map<String, String> item, String key) {
    String value = item.getOrDefault(key, "");
    return value.isEmpty() ? "—" : value;
  }

  /** The label ends at the first colon; a heading that is all label stands without one. */
  private static List<Told> told(Said said, Language language) {
    String text =
        IN_OTHER_WORDS.contains(said.key())
            ? Message.of("desk.explain.said." + said.key()).in(language)
            : said.text().strip();
    String colon = language == Language.ZH ? "：" : ": ";
    int at = text.indexOf(colon);
    if (text.isEmpty() || text.endsWith("：") || text.endsWith(":")) {
      return List.of();
    }
    return List.of(
        at < 0
            ? new Told(said.depth(), "", text)
            : new Told(said.depth(), text.substring(0, at), text.substring(at + colon.length())));
  }
}
