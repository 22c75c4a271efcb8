package basedecl.spreadsheet.gate;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells by a file's first bytes what it is, before any parser sees it. */
public final class FileGate {

  /** How much of the head is looked at. */
  public static final int HEAD = 8192;

  /** The carriers that are read; everything else is a {@link FileReason}. */
  public enum Carrier {
    ZIP,
    OLE2,
    XML_2003,
    HTML,
    TEXT
  }

  private static final Pattern FIRST_ELEMENT = Pattern.compile("<([a-z][a-z0-9:._-]*)");

  /** Portal programs leave out whatever browsers do without. */
  private static final Set<String> HTML_STARTS =
      Set.of(
          "html", "head", "meta", "title", "style", "script", "link", "body", "div", "center",
          "font", "p", "h1", "h2", "h3", "table", "tr");

  private FileGate() {}

  /**
   * @param head the file's first bytes, at most {@link #HEAD}
   */
  public static Carrier carrier(byte[] head) throws RefusedFileException {
    if (isWrapped(head)) {
      throw FileReason.DRM.refusal();
    }
    if (starts(head, 'P', 'K', 3, 4)) {
      return Carrier.ZIP;
    }
    if (starts(head, 'P', 'K', 5, 6) || starts(head, 'P', 'K', 7, 8)) {
      throw FileReason.ZIP.refusal();
    }
    if (starts(head, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
      return Carrier.OLE2;
    }
    Optional<FileReason> known = knownBinary(head);
    if (known.isPresent()) {
      throw known.get().refusal();
    }
    if (allZero(head)) {
      throw FileReason.ZEROS.refusal();
    }
    return markup(readable(head));
  }

  private static boolean starts(byte[] head, int... magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean startsText(byte[] head, String magic) {
    return new String(head, 0, Math.min(head.length, magic.length()), StandardCharsets.ISO_8859_1)
        .equals(magic);
  }

  /** Marks that document-protection products sold in China and Microsoft's leave in the clear. */
  private static boolean isWrapped(byte[] head) {
    String start = new String(head, 0, Math.min(head.length, 512), StandardCharsets.ISO_8859_1);
    return start.contains("E-SafeNet")
        || start.startsWith("%TSD-Header-")
        || start.startsWith(".pfile")
        || start.startsWith("<DRM")
        || starts(head, 0x62, 0x14, 0x23, 0x65);
  }

  private static Optional<FileReason> knownBinary(byte[] head) {
    if (startsText(head, "%PDF")) {
      return Optional.of(FileReason.PDF);
    }
    if (starts(head, 0x89, 'P', 'N', 'G')
        || starts(head, 0xFF, 0xD8, 0xFF)
        || startsText(head, "GIF8")
        || startsText(head, "II*\0")
        || startsText(head, "MM\0*")
        || (startsText(head, "BM") && head.length > 14 && head[6] == 0 && head[7] == 0)
        || (startsText(head, "RIFF") && head.length > 12 && head[8] == 'W' && head[9] == 'E')) {
      return Optional.of(FileReason.IMAGE);
    }
    if (startsText(head, "Rar!")) {
      return Optional.of(FileReason.RAR);
    }
    if (starts(head, '7', 'z', 0xBC, 0xAF)) {
      return Optional.of(FileReason.SEVEN_ZIP);
    }
    if (starts(head, 0x1F, 0x8B)) {
      return Optional.of(FileReason.GZIP);
    }
    if (startsText(head, "{\\rtf")) {
      return Optional.of(FileReason.RTF);
    }
    if (startsText(head, "TABLE\r\n0,1") || startsText(head, "TABLE\n0,1")) {
      return Optional.of(FileReason.DIF);
    }
    if (startsText(head, "ID;P")) {
      return Optional.of(FileReason.SYLK);
    }
    if (starts(head, 0x7F, 'E', 'L', 'F') || (startsText(head, "MZ") && hasZero(head))) {
      return Optional.of(FileReason.PROGRAM);
    }
    // a BIFF stream without a container: Excel 2 to 4
    boolean bareBiff =
        starts(head, 0x09, 0x00, 0x04, 0x00)
            || starts(head, 0x09, 0x00, 0x06, 0x00)
            || starts(head, 0x09, 0x02, 0x06, 0x00)
            || starts(head, 0x09, 0x04, 0x06, 0x00)
            || starts(head, 0x09, 0x08, 0x08, 0x00)
            || starts(head, 0x09, 0x08, 0x10, 0x00);
    if (bareBiff) {
      return Optional.of(FileReason.OLD_XLS);
    }
    return isDbf(head) ? Optional.of(FileReason.DBF) : Optional.empty();
  }

  /** A dBASE header: version, a date, and a header length that fits its 32-byte field list. */
  private static boolean isDbf(byte[] head) {
    if (head.length < 65 || !(head[0] == 3 || head[0] == 0x30 || head[0] == (byte) 0x83)) {
      return false;
    }
    int headerLength = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getChar(8);
    return head[2] >= 1 && head[2] <= 12 && head[3] >= 1 && head[3] <= 31 && headerLength > 32;
  }

  private static boolean hasZero(byte[] head) {
    for (byte b : head) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean allZero(byte[] head) {
    for (byte b : head) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  /** The head as lower-case ASCII, whatever its encoding. */
  private static String readable(byte[] head) {
    StringBuilder text = new StringBuilder(head.length);
    for (byte b : head) {
      if (b > 0) {
        text.append((char) b);
      }
    }
    return text.toString().strip().toLowerCase(Locale.ROOT);
  }

  /** Markup is told by its first element, since each kind of it may quote the others. */
  private static Carrier markup(String text) throws RefusedFileException {
    if (text.startsWith("mime-version:") || text.startsWith("content-type: multipart/")) {
      throw FileReason.MHTML.refusal();
    }
    if (!text.startsWith("<")) {
      return Carrier.TEXT;
    }
    Matcher first = FIRST_ELEMENT.matcher(text);
    String element = first.find() ? first.group(1) : "";
    if (element.equals("workbook") || element.endsWith(":workbook")) {
      return Carrier.XML_2003;
    }
    if (HTML_STARTS.contains(element)) {
      return Carrier.HTML;
    }
    if (text.contains("urn:oasis:names:tc:opendocument")) {
      throw FileReason.ODS.refusal();
    }
    if (text.contains("<uof:") || text.contains("schemas.uof.org")) {
      throw FileReason.UOF.refusal();
    }
    if (text.contains("<table") || text.contains("<html") || text.startsWith("<!doctype html")) {
      return Carrier.HTML;
    }
    if (text.startsWith("<?xml") || text.startsWith("<!")) {
      throw FileReason.XML.refusal();
    }
    return Carrier.TEXT;
  }
}
