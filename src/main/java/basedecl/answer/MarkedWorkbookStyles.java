package basedecl.answer;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hssf.util.HSSFColor;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Color;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** The styles of one workbook made anew in another, each once. */
final class MarkedWorkbookStyles {

  /** The looks of a workbook by their numbers in it. */
  interface Original {

    @Nullable CellStyle style(int index);

    Font font(int index);

    @Nullable Color colour(Font font);
  }

  private final Original original;
  private final XSSFWorkbook copy;
  private final Map<Integer, Integer> plain = new HashMap<>();
  private final Map<Integer, Integer> quoted = new HashMap<>();
  private final Map<Integer, XSSFFont> fonts = new HashMap<>();

  MarkedWorkbookStyles(Original original, XSSFWorkbook copy) {
    this.original = original;
    this.copy = copy;
  }

  /** The number in the copy of what has that number in the original. */
  int of(int index) {
    Integer known = plain.get(index);
    if (known != null) {
      return known;
    }
    int made = make(index, false);
    plain.put(index, made);
    return made;
  }

  /** As {@link #of}, for text that a spreadsheet would take for a formula when it is edited. */
  int quoted(int index) {
    Integer known = quoted.get(index);
    if (known != null) {
      return known;
    }
    int made = make(index, true);
    quoted.put(index, made);
    return made;
  }

  private int make(int index, boolean quote) {
    CellStyle style = original.style(index);
    if (style == null && !quote) {
      return 0;
    }
    XSSFCellStyle made = style == null ? copy.createCellStyle() : make(style);
    if (quote) {
      made.setQuotePrefixed(true);
    }
    return number(made);
  }

  /** POI hands out a number of 16 bits as one of 15. */
  static int number(CellStyle style) {
    return Short.toUnsignedInt(style.getIndex());
  }

  private XSSFCellStyle make(CellStyle from) {
    XSSFCellStyle to = copy.createCellStyle();
    String format = from.getDataFormatString();
    if (format != null) {
      to.setDataFormat(copy.createDataFormat().getFormat(format));
    }
    to.setQuotePrefixed(from.getQuotePrefixed());
    to.setAlignment(from.getAlignment());
    to.setVerticalAlignment(from.getVerticalAlignment());
    to.setWrapText(from.getWrapText());
    to.setShrinkToFit(from.getShrinkToFit());
    to.setIndention(from.getIndention());
    to.setBorderTop(from.getBorderTop());
    to.setBorderBottom(from.getBorderBottom());
    to.setBorderLeft(from.getBorderLeft());
    to.setBorderRight(from.getBorderRight());
    XSSFColor fill = colour(from.getFillForegroundColorColor());
    if (from.getFillPattern() == FillPatternType.SOLID_FOREGROUND && fill != null) {
      to.setFillForegroundColor(fill);
      to.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
    to.setFont(font(from.getFontIndex()));
    return to;
  }

  private XSSFFont font(int index) {
    XSSFFont known = fonts.get(index);
    if (known != null) {
      return known;
    }
    Font from = original.font(index);
    XSSFFont to = copy.createFont();
    to.setFontName(from.getFontName());
    to.setFontHeight(from.getFontHeight());
    to.setBold(from.getBold());
    to.setItalic(from.getItalic());
    to.setUnderline(from.getUnderline());
    to.setStrikeout(from.getStrikeout());
    XSSFColor colour = colour(original.colour(from));
    if (colour != null) {
      to.setColor(colour);
    }
    fonts.put(index, to);
    return to;
  }

  private static @Nullable XSSFColor colour(@Nullable Color colour) {
    if (colour instanceof XSSFColor x) {
      byte[] rgb = x.getRGBWithTint();
      return rgb == null ? null : new XSSFColor(rgb);
    }
    if (colour instanceof HSSFColor h
        && h.getIndex() != HSSFColor.HSSFColorPredefined.AUTOMATIC.getIndex()) {
      short[] rgb = h.getTriplet();
      return new XSSFColor(new byte[] {(byte) rgb[0], (byte) rgb[1], (byte) rgb[2]});
    }
    return null;
  }
}
