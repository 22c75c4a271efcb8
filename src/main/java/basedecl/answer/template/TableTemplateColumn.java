package basedecl.answer.template;

import java.util.List;

/**
 * A column of a blank table.
 *
 * @param format the number format of a spreadsheet; {@code @} keeps what is typed as text
 * @param width in digits
 * @param choices what a cell takes; empty where it is typed
 */
record TableTemplateColumn(
    String title,
    String format,
    int width,
    boolean required,
    String example,
    List<String> choices) {

  private static final String TEXT = "@";

  TableTemplateColumn {
    choices = List.copyOf(choices);
  }

  static TableTemplateColumn text(String title, int width, String example) {
    return new TableTemplateColumn(title, TEXT, width, false, example, List.of());
  }

  static TableTemplateColumn money(String title, String example) {
    return new TableTemplateColumn(title, "0.00", 16, false, example, List.of());
  }

  static TableTemplateColumn choice(String title, int width, String... choices) {
    return new TableTemplateColumn(title, TEXT, width, false, choices[0], List.of(choices));
  }

  /** The same column where it must be filled in. */
  TableTemplateColumn must() {
    return new TableTemplateColumn(title, format, width, true, example, choices);
  }
}
