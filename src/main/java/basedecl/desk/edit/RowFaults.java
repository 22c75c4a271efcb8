package basedecl.desk.edit;

import basedecl.answer.template.TemplateRows;
import basedecl.answer.template.TemplateWorkbook;
import basedecl.cell.Field;
import basedecl.finding.Finding;
import basedecl.finding.FindingText;
import basedecl.ledger.draft.DraftRow;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.policy.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a check found, each at the field of the draft that the cell was written from. */
final class RowFaults {

  /**
   * Something found.
   *
   * @param field the {@code id} of the field on the page; empty where it concerns the whole
   * @param where the row and field in words; empty with the field
   */
  record Fault(String field, String where, String sentence, boolean error) {}

  private final Population population;
  private final Language language;

  /** The rows of the draft, from 1, that stand in the workbook one below the other. */
  private final List<Integer> written = new ArrayList<>();

  RowFaults(Population population, List<DraftRow> rows, Language language) {
    this.population = population;
    this.language = language;
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).isBlank()) {
        written.add(i + 1);
      }
    }
  }

  /** Nobody signs a page of the web: what is said of signatures is left to the papers. */
  List<Fault> of(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> !column(finding).equals(Optional.of(Field.SIGNATURE)))
        .map(this::fault)
        .toList();
  }

  private Fault fault(Finding finding) {
    String sentence =
        Message.of(
                "desk.edit.fault",
                FindingText.sentence(finding, language),
                FindingText.remedy(finding, language))
            .in(language);
    Optional<Integer> row = row(finding);
    String field = field(finding);
    return new Fault(
        row.map(number -> field + "-" + number).orElse(""),
        row.map(
                number ->
                    Message.of(
                            "desk.edit.where",
                            Integer.toString(number),
                            Message.of("desk.edit.field." + word(field)).in(language))
                        .in(language))
            .orElse(""),
        sentence,
        finding.code().isError());
  }

  private Optional<Integer> row(Finding finding) {
    int place = finding.place().row() - TemplateWorkbook.FIRST_ROW;
    return place >= 0 && place < written.size()
        ? Optional.of(written.get(place))
        : Optional.empty();
  }

  private String field(Finding finding) {
    return column(finding).map(RowFaults::field).orElse("name");
  }

  private Optional<Field> column(Finding finding) {
    return TemplateRows.field(population, finding.place().column());
  }

  private static String field(Field column) {
    return switch (column) {
      case DOCUMENT_KIND -> "kind";
      case ID_NUMBER -> "number";
      case WAGE, YEAR_TOTAL, MONTHS_PAID, PENSION -> "wage";
      case SERVED_FROM -> "start";
      case SERVED_UNTIL -> "stop";
      case REMARKS -> "remarks";
      default -> "name";
    };
  }

  private String word(String field) {
    return field.equals("wage") && population == Population.RETIREES ? "pension" : field;
  }
}
