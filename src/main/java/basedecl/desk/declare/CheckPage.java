package basedecl.desk.declare;

import basedecl.desk.submission.Changes;
import basedecl.desk.submission.Checked;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.report.ReportTexts;
import java.util.List;

/**
 * What a check says: every finding with its place and remedy, what the limits will do, the month's
 * cost, who is new, left or changed.
 *
 * @param good whether it can be submitted
 * @param errors their number; empty for none
 */
record CheckPage(
    String id,
    Whom whom,
    String fileName,
    boolean good,
    boolean duplicate,
    boolean refused,
    boolean found,
    String errors,
    String remarks,
    List<FindingGroup> findings,
    List<PartFigures> parts,
    List<ChangesShown> changes) {

  /**
   * Changes against a version that stands.
   *
   * @param months whether anybody of them counts in some months only
   */
  record ChangesShown(
      String employerCode,
      int version,
      boolean none,
      String joined,
      String left,
      String changed,
      boolean more,
      boolean months,
      List<Change> shown) {}

  /** A person of whom something changes, the number masked. */
  record Change(
      String kind, String name, String number, String before, String now, String months) {}

  static CheckPage of(Checked checked, Language language) {
    return new CheckPage(
        checked.upload().id().text(),
        Whom.of(checked.upload(), checked.rules()),
        checked.upload().fileName(),
        checked.isGood(),
        checked.isDuplicate(),
        checked.refused(),
        !checked.findings().isEmpty(),
        Figures.of(checked.errors()).text(),
        Figures.of(checked.remarks()).text(),
        FindingGroup.of(checked.findings(), language),
        checked.parts().stream()
            .filter(part -> !part.employerCode().isEmpty())
            .map(part -> PartFigures.of(part, checked, language))
            .toList(),
        checked.changes().stream().map(changes -> changes(changes, language)).toList());
  }

  private static ChangesShown changes(Changes changes, Language language) {
    return new ChangesShown(
        changes.employerCode(),
        changes.version(),
        changes.isNone(),
        Figures.of(changes.joined()).text(),
        Figures.of(changes.left()).text(),
        Figures.of(changes.changed()).text(),
        changes.joined() + changes.left() + changes.changed() > changes.shown().size(),
        changes.shown().stream().anyMatch(change -> change.months().isPresent()),
        changes.shown().stream()
            .map(
                change ->
                    new Change(
                        Message.of("desk.check.change." + change.kind()).in(language),
                        change.name(),
                        change.number().toString(),
                        Figures.of(change.before()).text(),
                        Figures.of(change.now()).text(),
                        change
                            .months()
                            .map(months -> ReportTexts.months(months, language))
                            .orElse("")))
            .toList());
  }
}
