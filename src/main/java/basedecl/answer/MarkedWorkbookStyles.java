package basedecl.answer;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Color;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** The styles of one workbook made anew in another, each once. */
final class MarkedWorkbookStyles {

  /** What a spreadsheet would take for a formula when the cell is edited. */
  private final Workbook original;

  private final XSSFWorkbook copy;
  private final Map<Short, XSSFCellStyle> plain = new HashMap<>();
  private final Map<Short, XSSFCellStyle> quoted = new HashMap<>();
  private final Map<Integer, XSSFFont> fonts = new HashMap<>();

  MarkedWorkbookStyles(Workbook original, XSSFWorkbook copy) {
    this.original = original;
    this.copy = copy;
  }

  XSSFCellStyle of(CellStyle style) {
    XSSFCellStyle known = plain.get(style.getIndex());
    if (known != null) {
      return known;
    }
    XSSFCellStyle made = make(style);
    plain.put(style.getIndex(), made);
    return made;
  }

  /** As {@link #of}, for text that must stay text when the cell is edited. */
  XSSFCellStyle quoted(CellStyle style) {
    XSSFCellStyle known = quoted.get(style.getIndex());
    if (known != null) {
      return known;
    }
    XSSFCellStyle made = make(style);
    made.setQuotePrefixed(true);
    quoted.put(style.getIndex(), made);
    return made;
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
    Font from = original.getFontAt(index);
    XSSFFont to = copy.createFont();
    to.setFontName(from.getFontName());
    to.setFontHeight(from.getFontHeight());
    to.setBold(from.getBold());
    to.setItalic(from.getItalic());
    to.setUnderline(from.getUnderline());
    to.setStrikeout(from.getStrikeout());
    XSSFColor colour = colour(colourOf(from));
    if (colour != null) {
      to.setColor(colour);
    }
    fonts.put(index, to);
    return to;
  }

  private @Nullable Color colourOf(Font font) {
    if (font instanceof XSSFFont x) {
      return x.getXSSFColor();
    }
    return font instanceof HSSFFont h && original instanceof HSSFWorkbook workbook
        ? h.getHSSFColor(workbook)
        : null;
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
