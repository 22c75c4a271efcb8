package basedecl.desk.declare;

import basedecl.finding.Finding;
import basedecl.finding.FindingBounds;
import basedecl.finding.FindingCode;
import basedecl.finding.FindingText;
import basedecl.message.Language;
import basedecl.message.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The findings of one code: how many, the first of them with place, sentence and remedy.
 *
 * @param remedy of all that are shown; empty where they have different ones
 * @param more how many are not shown; empty for none
 */
record FindingGroup(
    String code,
    String severity,
    boolean error,
    String count,
    String source,
    String remedy,
    List<Shown> shown,
    String more) {

  /** Findings of a code that are shown. */
  static final int SHOWN = 20;

  /** One finding; {@code place} is empty for the file, {@code remedy} where the group has it. */
  record Shown(String place, String sentence, String remedy) {}

  /** Errors first, each code where it was found first. */
  static List<FindingGroup> of(List<Finding> findings, Language language) {
    Map<FindingCode, List<Finding>> byCode = new EnumMap<>(FindingCode.class);
    findings.forEach(
        finding -> byCode.computeIfAbsent(finding.code(), code -> new ArrayList<>()).add(finding));
    List<FindingGroup> groups = new ArrayList<>();
    byCode.forEach((code, found) -> groups.add(group(code, found, language)));
    groups.sort(Comparator.comparing(group -> !group.error()));
    return List.copyOf(groups);
  }

  private static FindingGroup group(FindingCode code, List<Finding> found, Language language) {
    long count = FindingBounds.count(found);
    List<Finding> first =
        found.stream().filter(finding -> !FindingBounds.isLeftOut(finding)).limit(SHOWN).toList();
    List<String> remedies =
        first.stream().map(finding -> FindingText.remedy(finding, language)).distinct().toList();
    boolean same = remedies.size() == 1;
    return new FindingGroup(
        code.name(),
        FindingText.severity(code.severity(), language),
        code.isError(),
        Figures.of(count).text(),
        FindingText.source(code, language),
        same ? remedies.get(0) : "",
        first.stream().map(finding -> shown(finding, same, language)).toList(),
        count > first.size() ? Figures.of(count - first.size()).text() : "");
  }

  private static Shown shown(Finding finding, boolean same, Language language) {
    return new Shown(
        place(finding, language),
        FindingText.sentence(finding, language),
        same ? "" : FindingText.remedy(finding, language));
  }

  private static String place(Finding finding, Language language) {
    if (finding.place().row() == 0) {
      return finding.place().sheet();
    }
    String cell = finding.place().columnLetter() + finding.place().row();
    return finding.place().sheet().isEmpty()
        ? cell
        : Message.of("desk.check.place", finding.place().sheet(), cell).in(language);
  }
}
