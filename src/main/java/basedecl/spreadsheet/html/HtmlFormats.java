package basedecl.spreadsheet.html;

import basedecl.cell.CellTexts;
import basedecl.cell.CellValue;
import basedecl.spreadsheet.value.CellFormat;
import basedecl.spreadsheet.value.NumberTexts;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What a cell of a web page holds. It is text, except where Excel's own attributes {@code x:num} or
 * {@code x:err} say otherwise, or a number format of Excel shows another unit.
 */
final class HtmlFormats {

  private static final Pattern RULE =
      Pattern.compile("\\.([\\p{L}0-9_-]{1,64})\\s*\\{([^{}]{0,4000})\\}");
  private static final Pattern NUMBER_FORMAT =
      Pattern.compile(
          "mso-number-format\\s*:\\s*(?:\"([^\"]{0,500})\"|'([^']{0,500})'|([^;]{1,500}))");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:([0-9a-fA-F]{4}) ?|(.))");
  private static final int MOST_CLASSES = 10_000;

  private final Map<String, CellFormat> byClass = new HashMap<>();

  /** Takes the number formats of a {@code style} element's classes. */
  void add(String style) {
    Matcher rule = RULE.matcher(style);
    while (rule.find() && byClass.size() < MOST_CLASSES) {
      CellFormat format = told(rule.group(2));
      if (format != CellFormat.GENERAL) {
        byClass.put(rule.group(1), format);
      }
    }
  }

  CellValue value(Element cell, String shown) {
    if (cell.hasAttr("x:err")) {
      return new CellValue.ErrorValue(CellTexts.strip(shown));
    }
    CellValue text = CellTexts.ofUnguarded(shown);
    CellFormat format = format(cell);
    if (cell.hasAttr("x:num")) {
      String stored = cell.attr("x:num").strip();
      CellValue number = number(stored.isEmpty() ? CellTexts.strip(shown) : stored, format);
      return number.isBlank() || number instanceof CellValue.Text ? text : number;
    }
    CellValue number = format == CellFormat.GENERAL ? text : number(text.asText(), format);
    return number instanceof CellValue.InUnit ? number : text;
  }

  private static CellValue number(String digits, CellFormat format) {
    return NumberTexts.parse(digits.toCharArray(), digits.length(), format);
  }

  private CellFormat format(Element cell) {
    CellFormat own = cell.hasAttr("style") ? told(cell.attr("style")) : CellFormat.GENERAL;
    if (own != CellFormat.GENERAL || byClass.isEmpty() || !cell.hasAttr("class")) {
      return own;
    }
    for (String name : cell.classNames()) {
      CellFormat format = byClass.get(name);
      if (format != null) {
        return format;
      }
    }
    return CellFormat.GENERAL;
  }

  private static CellFormat told(String style) {
    Matcher found = NUMBER_FORMAT.matcher(style);
    if (!found.find()) {
      return CellFormat.GENERAL;
    }
    for (int group = 1; group <= 3; group++) {
      String code = found.group(group);
      if (code != null) {
        return CellFormat.named(plain(code).strip());
      }
    }
    return CellFormat.GENERAL;
  }

  private static String plain(String escaped) {
    return ESCAPE
        .matcher(escaped)
        .replaceAll(
            match -> {
              String hex = match.group(1);
              String character =
                  hex == null ? match.group(2) : String.valueOf((char) Integer.parseInt(hex, 16));
              return Matcher.quoteReplacement(character);
            });
  }
}
