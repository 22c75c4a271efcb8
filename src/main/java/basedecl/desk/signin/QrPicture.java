package basedecl.desk.signin;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as one path of SVG, a square of one unit each, with the quiet zone of four around it
 * that readers need. Public, since the template asks it.
 *
 * @param side of the whole picture, units
 * @param path of the dark squares
 */
public record QrPicture(int side, String path) {

  private static final int QUIET = 4;

  static QrPicture of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
        }
      }
    }
    return new QrPicture(code.size + 2 * QUIET, path.toString());
  }

  /** For the attribute of the picture. */
  public String viewBox() {
    return "0 0 " + side + " " + side;
  }
}
