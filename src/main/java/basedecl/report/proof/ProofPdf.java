package basedecl.report.proof;

import static basedecl.report.ReportTexts.say;
import static basedecl.report.ReportTexts.yuan;

import basedecl.report.flexible.PaymentProof;
import basedecl.report.flexible.ProvenPayment;
import io.nayuki.qrcodegen.QrCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * A proof of payment as a PDF of A4 pages: what the workbook of {@link PaymentProof} says, and a QR
 * code that leads to the page where anybody verifies it. The code stands behind the {@code #} of
 * the address, which a browser keeps to itself.
 */
public final class ProofPdf {

  private static final float MARGIN = 48;
  private static final float SIZE = 10;
  private static final float LINE = 15;
  private static final float QR_SIDE = 84;

  /** Height of what stands below the table on the last page: QR code, code, note and seals. */
  private static final float END = 190;

  private static final List<Column> COLUMNS =
      List.of(
          new Column("序号", 32, true),
          new Column("险种", 58, false),
          new Column("缴费日期", 68, false),
          new Column("缴费金额", 78, true),
          new Column("流水号", 122, false),
          new Column("费款所属期", 141, false));

  private record Column(String title, float width, boolean right) {}

  private final PDDocument paper;
  private final Letters letters;
  private final List<PDPageContentStream> pages = new ArrayList<>();
  private float y;

  private ProofPdf(PDDocument paper) throws IOException {
    this.paper = paper;
    this.letters = Letters.of(paper);
  }

  /**
   * The bytes of the paper.
   *
   * @param issuers who seals it, a line each; one to be filled in by hand where there is none
   * @param verifyAddress of the page where it is verified
   */
  public static byte[] of(PaymentProof proof, List<String> issuers, String verifyAddress)
      throws IOException {
    try (PDDocument paper = new PDDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      paper.getDocumentInformation().setTitle(say("proof.title"));
      paper.getDocumentCatalog().setLanguage("zh-CN");
      ProofPdf pdf = new ProofPdf(paper);
      pdf.write(proof, issuers, verifyAddress);
      for (PDPageContentStream page : pdf.pages) {
        page.close();
      }
      paper.save(bytes);
      return bytes.toByteArray();
    }
  }

  private void write(PaymentProof proof, List<String> issuers, String verifyAddress)
      throws IOException {
    String code = proof.code();
    newPage();
    String title = say("proof.title");
    draw(title, 18, (width() - letters.width(title, 18)) / 2);
    y -= 2 * LINE;
    paragraph(say("proof.person", proof.name(), proof.idNumber().whole()));
    paragraph(say("proof.year", String.valueOf(proof.year()), proof.issuedOn().toString()));
    paragraph(proof.totals());
    y -= LINE / 2;
    table(proof.payments());
    if (y - END < MARGIN) {
      newPage();
    }
    y -= LINE;
    end(code, issuers, verifyAddress);
    numberPages(code);
  }

  private float width() {
    return PDRectangle.A4.getWidth();
  }

  private PDPageContentStream page() {
    return pages.get(pages.size() - 1);
  }

  private void newPage() throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    paper.addPage(page);
    pages.add(new PDPageContentStream(paper, page));
    y = PDRectangle.A4.getHeight() - MARGIN - LINE;
  }

  private void draw(String text, float size, float x) throws IOException {
    letters.draw(page(), text, size, x, y);
  }

  private void paragraph(String text) throws IOException {
    for (String line : letters.lines(text, SIZE, width() - 2 * MARGIN)) {
      draw(line, SIZE, MARGIN);
      y -= LINE;
    }
  }

  private void table(List<ProvenPayment> payments) throws IOException {
    row(COLUMNS.stream().map(Column::title).toList());
    int number = 0;
    for (ProvenPayment payment : payments) {
      row(
          List.of(
              Integer.toString(++number),
              payment.kind().title(),
              payment.paidOn().toString(),
              yuan(payment.amount()),
              payment.serial(),
              payment.periods()));
    }
  }

  private void row(List<String> cells) throws IOException {
    List<List<String>> wrapped = new ArrayList<>();
    int most = 1;
    for (int i = 0; i < cells.size(); i++) {
      wrapped.add(letters.lines(cells.get(i), SIZE - 1, COLUMNS.get(i).width() - 6));
      most = Math.max(most, wrapped.get(i).size());
    }
    if (y - most * LINE < MARGIN + LINE) {
      newPage();
      row(COLUMNS.stream().map(Column::title).toList());
    }
    float top = y + LINE - 4;
    float x = MARGIN;
    for (int i = 0; i < cells.size(); i++) {
      Column column = COLUMNS.get(i);
      page().addRect(x, top - most * LINE, column.width(), most * LINE);
      page().setLineWidth(0.5f);
      page().stroke();
      float at = y;
      for (String line : wrapped.get(i)) {
        float indent = column.right() ? column.width() - 3 - letters.width(line, SIZE - 1) : 3;
        letters.draw(page(), line, SIZE - 1, x + indent, at);
        at -= LINE;
      }
      x += column.width();
    }
    y -= most * LINE;
  }

  private void end(String code, List<String> issuers, String verifyAddress) throws IOException {
    qr(verifyAddress + "#" + code, y - QR_SIDE + LINE);
    float left = MARGIN + QR_SIDE + 14;
    draw(say("proof.code", code), SIZE + 1, left);
    y -= LINE;
    for (String line :
        letters.lines(say("proof.verify-at", verifyAddress), SIZE - 1, width() - MARGIN - left)) {
      draw(line, SIZE - 1, left);
      y -= LINE;
    }
    for (String line : letters.lines(say("proof.note"), SIZE - 1, width() - MARGIN - left)) {
      draw(line, SIZE - 1, left);
      y -= LINE;
    }
    y -= 2 * LINE;
    List<String> names = issuers.isEmpty() ? List.of(say("proof.issuer-blank")) : issuers;
    for (String name : names) {
      y -= LINE;
      draw(say("proof.issuer", name), SIZE, MARGIN);
      y -= LINE;
    }
  }

  private void qr(String text, float bottom) throws IOException {
    QrCode qr = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    float unit = QR_SIDE / qr.size;
    for (int row = 0; row < qr.size; row++) {
      for (int column = 0; column < qr.size; column++) {
        if (qr.getModule(column, row)) {
          page().addRect(MARGIN + column * unit, bottom + QR_SIDE - (row + 1) * unit, unit, unit);
        }
      }
    }
    page().fill();
  }

  private void numberPages(String code) throws IOException {
    for (int i = 0; i < pages.size(); i++) {
      String foot =
          say("proof.page", code, Integer.toString(i + 1), Integer.toString(pages.size()));
      letters.draw(
          pages.get(i), foot, SIZE - 2, (width() - letters.width(foot, SIZE - 2)) / 2, MARGIN / 2);
    }
  }
}
