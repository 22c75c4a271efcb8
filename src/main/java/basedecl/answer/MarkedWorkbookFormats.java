package basedecl.answer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.xml.sax.SAXException;

/**
 * An .xlsx, .xlsm or .xls copied with its looks into a new workbook: what is copied is named here,
 * everything else stays behind.
 */
final class MarkedWorkbookFormats implements MarkedWorkbookCopy {

  private final MarkedWorkbook.Bounds bounds;

  MarkedWorkbookFormats(MarkedWorkbook.Bounds bounds) {
    this.bounds = bounds;
  }

  @Override
  public MarkedSheets of(Path source) throws NotCopied, IOException {
    MarkedSheets copy = new MarkedSheets();
    try {
      copy(source, copy);
      if (copy.isEmpty()) {
        throw new NotCopied();
      }
      return copy;
    } catch (NotCopied e) {
      copy.close();
      throw e;
    } catch (RuntimeException | OpenXML4JException | SAXException | StackOverflowError e) {
      // POI has no one exception for what it cannot read; the plain rows are tried next.
      copy.close();
      throw new NotCopied(e);
    }
  }

  private void copy(Path source, MarkedSheets copy)
      throws NotCopied, IOException, OpenXML4JException, SAXException {
    FileMagic magic;
    try (InputStream start = new BufferedInputStream(Files.newInputStream(source))) {
      magic = FileMagic.valueOf(start);
    }
    if (magic == FileMagic.OOXML && inflatedBytes(source) <= bounds.inflatedBytes()) {
      try (OPCPackage original = OPCPackage.open(source.toFile(), PackageAccess.READ)) {
        new MarkedWorkbookXlsx(original, copy, bounds.cells()).copySheets();
      }
    } else if (magic == FileMagic.OLE2 && Files.size(source) <= bounds.inflatedBytes()) {
      try (HSSFWorkbook original =
          new HSSFWorkbook(new POIFSFileSystem(source.toFile(), true), false)) {
        new MarkedWorkbookXls(original, copy, bounds.cells()).copySheets();
      }
    } else {
      throw new NotCopied();
    }
  }

  private static long inflatedBytes(Path source) throws IOException {
    try (ZipFile zip = new ZipFile(source.toFile())) {
      return Collections.list(zip.entries()).stream().mapToLong(ZipEntry::getSize).sum();
    }
  }
}
