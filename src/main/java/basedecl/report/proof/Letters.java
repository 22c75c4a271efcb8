package basedecl.report.proof;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/**
 * The letters of a paper: Chinese ones from the font that lies in the jar, of which the paper
 * embeds what it uses; Latin ones, which that font has not, from the one every reader has. A letter
 * that neither has is printed as 〓.
 */
final class Letters {

  private static final String CHINESE = "/fonts/DroidSansFallbackFull.ttf";
  private static final String UNKNOWN = "〓";

  /** Marks that begin no line. */
  private static final String CLOSING = "。，、；：！？）】》”";

  private final PDFont chinese;
  private final PDFont latin = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

  /** Letters of one font that follow each other. */
  private record Run(PDFont font, String text) {}

  private Letters(PDFont chinese) {
    this.chinese = chinese;
  }

  static Letters of(PDDocument paper) throws IOException {
    try (InputStream font = Objects.requireNonNull(Letters.class.getResourceAsStream(CHINESE))) {
      return new Letters(PDType0Font.load(paper, font, true));
    }
  }

  /** Points. */
  float width(String text, float size) throws IOException {
    float width = 0;
    for (Run run : runs(text)) {
      width += run.font().getStringWidth(run.text()) / 1000 * size;
    }
    return width;
  }

  /** Draws from {@code x} on the line {@code y}. */
  void draw(PDPageContentStream page, String text, float size, float x, float y)
      throws IOException {
    page.beginText();
    page.newLineAtOffset(x, y);
    for (Run run : runs(text)) {
      page.setFont(run.font(), size);
      page.showText(run.text());
    }
    page.endText();
  }

  /**
   * A text in lines that are no wider than that. It breaks between letters, but neither within a
   * word of Latin letters and digits, unless that is wider than a line, nor before a closing mark.
   */
  List<String> lines(String text, float size, float width) throws IOException {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : words(text)) {
      String rest = word;
      if (!line.isEmpty() && width(line + rest, size) > width) {
        lines.add(line);
        line = "";
      }
      while (line.isEmpty() && width(rest, size) > width && rest.length() > 1) {
        int fits = rest.length() - 1;
        while (fits > 1 && width(rest.substring(0, fits), size) > width) {
          fits--;
        }
        lines.add(rest.substring(0, fits));
        rest = rest.substring(fits);
      }
      line += rest;
    }
    lines.add(line);
    return lines;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    String before = "";
    for (int letter : text.codePoints().toArray()) {
      String one = Character.toString(letter);
      if (!words.isEmpty() && (CLOSING.contains(one) || (isLatin(before) && isLatin(one)))) {
        words.set(words.size() - 1, words.get(words.size() - 1) + one);
      } else {
        words.add(one);
      }
      before = one;
    }
    return words;
  }

  private static boolean isLatin(String letter) {
    return letter.length() == 1 && letter.charAt(0) > ' ' && letter.charAt(0) < 127;
  }

  private List<Run> runs(String text) {
    List<Run> runs = new ArrayList<>();
    for (int letter : text.codePoints().toArray()) {
      String one = Character.toString(letter);
      Run run = has(chinese, one) ? new Run(chinese, one) : latin(one);
      Run last = runs.isEmpty() ? run : runs.get(runs.size() - 1);
      if (!runs.isEmpty() && last.font().equals(run.font())) {
        runs.set(runs.size() - 1, new Run(run.font(), last.text() + run.text()));
      } else {
        runs.add(run);
      }
    }
    return runs;
  }

  private Run latin(String one) {
    return has(latin, one) ? new Run(latin, one) : new Run(chinese, UNKNOWN);
  }

  private static boolean has(PDFont font, String letter) {
    try {
      return font.encode(letter).length > 0;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }
}
