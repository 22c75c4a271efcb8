package basedecl.spreadsheet;

import basedecl.spreadsheet.csv.CsvSource;
import basedecl.spreadsheet.csv.TextEncoding;
import basedecl.spreadsheet.gate.FileBytes;
import basedecl.spreadsheet.gate.FileGate;
import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.ReadBudget;
import basedecl.spreadsheet.gate.ReadLimits;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.html.HtmlSource;
import basedecl.spreadsheet.ole.OleFile;
import basedecl.spreadsheet.row.GuardedSource;
import basedecl.spreadsheet.row.MergedCells;
import basedecl.spreadsheet.row.ParserSource;
import basedecl.spreadsheet.row.RowSource;
import basedecl.spreadsheet.row.SheetRow;
import basedecl.spreadsheet.row.SheetTraits;
import basedecl.spreadsheet.xls.XlsSource;
import basedecl.spreadsheet.xlsx.XlsxDecryption;
import basedecl.spreadsheet.xlsx.XlsxParts;
import basedecl.spreadsheet.xlsx.XlsxSource;
import basedecl.spreadsheet.xml.XmlPart;
import basedecl.spreadsheet.xml2003.Xml2003Source;
import basedecl.spreadsheet.zip.ZipContainer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Opens a file of whatever kind, told by its content, behind the gate. */
public final class SpreadsheetFiles {

  private final ReadLimits limits;

  public SpreadsheetFiles(ReadLimits limits) {
    this.limits = limits;
  }

  /**
   * The rows of a workbook ({@code .xlsx}, {@code .xlsm}, {@code .xls}), of an XML Spreadsheet 2003
   * or an HTML table, both mostly named {@code .xls}, or of a text file with separators. The name
   * says nothing: only the content does.
   *
   * @throws RefusedFileException if the file is not one that can be read safely
   * @throws IOException if the disk cannot be read
   */
  public RowSource open(Path path) throws RefusedFileException, IOException {
    if (!Files.isRegularFile(path)) {
      throw FileReason.NOT_A_FILE.refusal();
    }
    return open(new FileBytes(path));
  }

  /** The same of a file whose bytes are in memory, all of them. */
  public RowSource open(byte[] bytes) throws RefusedFileException, IOException {
    return open(new FileBytes(bytes));
  }

  private RowSource open(FileBytes file) throws RefusedFileException, IOException {
    ReadBudget budget = new ReadBudget(limits, file.size());
    boolean opened = false;
    try {
      ParserSource source = GuardedSource.guarded(budget, () -> parser(file, budget));
      opened = true;
      return new GuardedSource(source, budget);
    } finally {
      if (!opened) {
        file.close();
      }
    }
  }

  private ParserSource parser(FileBytes file, ReadBudget budget)
      throws IOException, XMLStreamException, RefusedFileException {
    if (file.size() == 0) {
      throw FileReason.EMPTY.refusal();
    }
    if (file.size() > Math.min(limits.fileBytes(), Integer.MAX_VALUE - 16)) {
      throw FileReason.FILE_BYTES.refusal(ReadBudget.mebibytes(limits.fileBytes()));
    }
    FileGate.Carrier carrier = FileGate.carrier(file.read(0, FileGate.HEAD));
    return switch (carrier) {
      case ZIP -> zip(file, budget);
      case OLE2 -> ole2(file, budget);
      case XML_2003, HTML, TEXT -> text(file, carrier, budget);
    };
  }

  private static ParserSource zip(FileBytes file, ReadBudget budget)
      throws IOException, XMLStreamException, RefusedFileException {
    ZipContainer zip = ZipContainer.open(file, budget);
    refuseOtherPackages(zip);
    XlsxParts parts = new XlsxParts(zip);
    Optional<ZipContainer.Entry> main = parts.mainPart();
    if (main.isEmpty()) {
      throw zip.find("[Content_Types].xml").isPresent()
          ? FileReason.CONTENT.refusal()
          : FileReason.ZIP.refusal();
    }
    if (main.get().name().endsWith(".bin")) {
      throw FileReason.XLSB.refusal();
    }
    try (XmlPart root = parts.open(main.get())) {
      if (!root.nextStart()) {
        throw FileReason.CONTENT.refusal();
      }
      if (!root.is("workbook")) {
        FileReason other = otherOffice(root.name());
        root.finish();
        throw other.refusal();
      }
    }
    XlsxSource source = new XlsxSource(file, parts, main.get(), budget);
    parts.refuseDocumentTypes();
    return source;
  }

  private static void refuseOtherPackages(ZipContainer zip)
      throws IOException, RefusedFileException {
    if (zip.anyEncrypted()) {
      throw FileReason.ENCRYPTED_ZIP.refusal();
    }
    Optional<ZipContainer.Entry> mimetype = zip.find("mimetype");
    if (mimetype.isPresent()) {
      String kind = new String(zip.head(mimetype.get(), 128), StandardCharsets.US_ASCII);
      if (kind.contains("opendocument.spreadsheet")) {
        throw FileReason.ODS.refusal();
      }
      if (kind.contains("opendocument")) {
        throw FileReason.OTHER_OFFICE.refusal();
      }
    }
    if (zip.find("Index/Document.iwa").isPresent() || zip.find("Index.zip").isPresent()) {
      throw FileReason.NUMBERS.refusal();
    }
  }

  private static FileReason otherOffice(String root) {
    return switch (root) {
      case "document" -> FileReason.DOCX;
      case "presentation" -> FileReason.PPTX;
      default -> FileReason.OTHER_OFFICE;
    };
  }

  private static ParserSource ole2(FileBytes file, ReadBudget budget)
      throws IOException, XMLStreamException, RefusedFileException {
    try (OleFile ole = OleFile.open(file)) {
      if (ole.hasAnywhere("\u0009DRMContent") || ole.hasAnywhere("DRMEncryptedTransform")) {
        throw FileReason.DRM.refusal();
      }
      if (ole.has("EncryptedPackage")) {
        return new FileOwner(zip(XlsxDecryption.decrypted(ole, budget), budget), file);
      }
      if (ole.has("Workbook")) {
        return new FileOwner(new XlsSource(ole.read("Workbook"), budget), file);
      }
      throw notAWorkbook(ole).refusal();
    }
  }

  private static FileReason notAWorkbook(OleFile ole) {
    if (ole.has("Book")) {
      return FileReason.OLD_XLS;
    }
    if (ole.has("WordDocument")) {
      return FileReason.DOC;
    }
    if (ole.has("PowerPoint Document")) {
      return FileReason.PPT;
    }
    return ole.has("ETExtData") ? FileReason.ET : FileReason.OLE;
  }

  private static ParserSource text(FileBytes file, FileGate.Carrier carrier, ReadBudget budget)
      throws IOException, XMLStreamException, RefusedFileException {
    byte[] bytes = file.read(0, (int) file.size());
    TextEncoding encoding = TextEncoding.of(bytes);
    if (isBlank(bytes, encoding.markLength())) {
      throw FileReason.EMPTY.refusal();
    }
    ParserSource source =
        switch (carrier) {
          case XML_2003 -> new Xml2003Source(bytes, encoding, budget);
          case HTML -> HtmlSource.of(bytes, encoding, budget);
          default -> new CsvSource(bytes, encoding, budget);
        };
    return new FileOwner(source, file);
  }

  private static boolean isBlank(byte[] bytes, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] < 0 || bytes[i] > ' ') {
        return false;
      }
    }
    return true;
  }

  /** Closes the file together with a reader that has it in memory. */
  private record FileOwner(ParserSource source, Closeable file) implements ParserSource {

    @Override
    public @Nullable SheetRow next() throws IOException, XMLStreamException, RefusedFileException {
      return source.next();
    }

    @Override
    public SheetTraits traits() {
      return source.traits();
    }

    @Override
    public ParserSource sheetAgain() throws IOException, XMLStreamException, RefusedFileException {
      return source.sheetAgain();
    }

    @Override
    public MergedCells mergedCells() throws IOException, XMLStreamException, RefusedFileException {
      return source.mergedCells();
    }

    @Override
    public void close() throws IOException {
      source.close();
      file.close();
    }
  }
}
