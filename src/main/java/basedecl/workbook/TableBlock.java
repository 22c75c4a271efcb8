package basedecl.workbook;

/**
 * A line below a table, as wide as the table: a heading, a paragraph, or a line with room for seals
 * and signatures.
 */
public record TableBlock(Kind kind, String text) {

  /** What the line is for, which gives its letters and its height. */
  public enum Kind {
    HEADING,
    PARAGRAPH,
    SIGNATURE
  }

  public static TableBlock heading(String text) {
    return new TableBlock(Kind.HEADING, text);
  }

  public static TableBlock paragraph(String text) {
    return new TableBlock(Kind.PARAGRAPH, text);
  }

  public static TableBlock signature(String text) {
    return new TableBlock(Kind.SIGNATURE, text);
  }
}
