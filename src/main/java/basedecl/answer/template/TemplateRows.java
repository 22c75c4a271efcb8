package basedecl.answer.template;

import basedecl.cell.Field;
import basedecl.person.DocumentKind;
import basedecl.policy.Population;
import java.util.List;
import java.util.Optional;

/**
 * One employer's people as they are filled in to a {@link TemplateWorkbook}, row by row from {@link
 * TemplateWorkbook#FIRST_ROW} on.
 *
 * @param origin a sentence for the page of instructions: where the people come from
 */
public record TemplateRows(
    String employerCode, String employerName, String origin, List<Person> people) {

  /**
   * A row. Its texts stand in it as they are, right or wrong; none becomes a formula.
   *
   * @param amount the wage a month, or the pension; empty where it is still to be filled in
   * @param servedFrom 起缴月份 of staff in service, empty for most
   * @param servedUntil 停缴月份 likewise
   */
  public record Person(
      String name,
      DocumentKind documentKind,
      String idNumber,
      String amount,
      String servedFrom,
      String servedUntil,
      String remarks) {}

  public TemplateRows {
    people = List.copyOf(people);
  }

  /** What a column of the sheet is for, counted from 0; empty where the sheet has none. */
  public static Optional<Field> field(Population population, int column) {
    List<TemplateWorkbookColumn> columns = TemplateWorkbookColumn.of(population);
    return column >= 0 && column < columns.size()
        ? Optional.of(columns.get(column).field())
        : Optional.empty();
  }
}
