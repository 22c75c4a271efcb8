package basedecl.workbook;

import basedecl.file.ReplacedFile;
import basedecl.file.ReplacedFile.Written;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/**
 * A letter on A4 as a .docx, in the form of official papers: title, number, addressee, paragraphs,
 * sender and date at the right. Equal letters give equal bytes.
 */
public final class LetterFile {

  private static final String BODY_FONT = "仿宋";
  private static final String TITLE_FONT = "黑体";
  private static final String LATIN_FONT = "Times New Roman";
  private static final int TITLE_SIZE = 22;
  private static final int BODY_SIZE = 15;
  private static final int LINE_TWIPS = 560;
  private static final int TWO_CHARACTERS = 600;
  private static final int A4_WIDTH = 11_906;
  private static final int A4_HEIGHT = 16_838;
  private static final int MARGIN = 1_500;

  /**
   * A letter.
   *
   * @param closing lines at the right end: who sends it, and when
   */
  public record Letter(
      String title,
      String number,
      String addressee,
      List<String> paragraphs,
      List<String> closing) {

    public Letter {
      paragraphs = List.copyOf(paragraphs);
      closing = List.copyOf(closing);
    }
  }

  private LetterFile() {}

  /**
   * Writes the letter, whole or not at all.
   *
   * @param date the business date, which the file's properties bear
   */
  public static Written write(Path target, LocalDate date, Letter letter) throws IOException {
    try (ReplacedFile file = ReplacedFile.at(target)) {
      ReproducibleZip.write(document(date, letter), file.stream());
      return file.finish();
    }
  }

  private static byte[] document(LocalDate date, Letter letter) throws IOException {
    try (XWPFDocument document = new XWPFDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      page(document.getDocument().getBody().addNewSectPr());
      Optional<Date> moment = Optional.of(Date.from(date.atStartOfDay().toInstant(ZoneOffset.UTC)));
      document.getProperties().getCoreProperties().setCreated(moment);
      document.getProperties().getCoreProperties().setModified(moment);
      document.getProperties().getCoreProperties().setTitle(letter.title());
      document.getProperties().getCoreProperties().setCreator("base-declaration");
      line(document, letter.title(), ParagraphAlignment.CENTER, TITLE_FONT, TITLE_SIZE, 0);
      line(document, letter.number(), ParagraphAlignment.CENTER, BODY_FONT, BODY_SIZE, 0);
      line(document, "", ParagraphAlignment.LEFT, BODY_FONT, BODY_SIZE, 0);
      line(document, letter.addressee(), ParagraphAlignment.LEFT, BODY_FONT, BODY_SIZE, 0);
      for (String paragraph : letter.paragraphs()) {
        line(document, paragraph, ParagraphAlignment.BOTH, BODY_FONT, BODY_SIZE, TWO_CHARACTERS);
      }
      line(document, "", ParagraphAlignment.LEFT, BODY_FONT, BODY_SIZE, 0);
      for (String closing : letter.closing()) {
        line(document, closing, ParagraphAlignment.RIGHT, BODY_FONT, BODY_SIZE, 0);
      }
      document.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static void page(CTSectPr section) {
    CTPageSz size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(A4_WIDTH));
    size.setH(BigInteger.valueOf(A4_HEIGHT));
    CTPageMar margin = section.addNewPgMar();
    margin.setLeft(BigInteger.valueOf(MARGIN));
    margin.setRight(BigInteger.valueOf(MARGIN));
    margin.setTop(BigInteger.valueOf(MARGIN));
    margin.setBottom(BigInteger.valueOf(MARGIN));
  }

  private static void line(
      XWPFDocument document,
      String text,
      ParagraphAlignment alignment,
      String font,
      int size,
      int indent) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setAlignment(alignment);
    paragraph.setSpacingBetween(
        LINE_TWIPS / 20.0, org.apache.poi.xwpf.usermodel.LineSpacingRule.AT_LEAST);
    if (indent > 0) {
      paragraph.setIndentationFirstLine(indent);
    }
    XWPFRun run = paragraph.createRun();
    run.setText(text);
    run.setFontSize(size);
    run.setFontFamily(LATIN_FONT, XWPFRun.FontCharRange.ascii);
    run.setFontFamily(LATIN_FONT, XWPFRun.FontCharRange.hAnsi);
    run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
  }
}
