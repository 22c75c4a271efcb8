package basedecl.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Takes the clock out of a document POI wrote: equal contents then give equal bytes and digests.
 */
public final class ReproducibleZip {

  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private ReproducibleZip() {}

  /** The document's properties bear the business date, not the clock's. */
  public static void bear(LocalDate date, XSSFWorkbook document) {
    document
        .getProperties()
        .getCoreProperties()
        .getUnderlyingProperties()
        .setCreatedProperty(Optional.of(Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant())));
  }

  /** What becomes of the content of a part. */
  public interface Parts {
    void write(String name, byte[] content, OutputStream out) throws IOException;

    /**
     * Whether the part says the same thing so often that, packed, readers on their guard would take
     * it for a bomb: it is then left as it is.
     */
    default boolean staysUnpacked(String name) {
      return false;
    }
  }

  /** Writes the parts of {@code document} again under one fixed time; {@code out} stays open. */
  public static void write(byte[] document, OutputStream out) throws IOException {
    write(document, "", (name, content, zip) -> zip.write(content), new ZipOutputStream(out));
  }

  /**
   * As {@link #write(byte[], OutputStream)}, with contents as {@code parts} has them, packed as
   * quickly as {@link TableWorkbook} packs.
   *
   * @param last the part that is written after all others, whose content depends on theirs
   */
  public static void write(byte[] document, String last, Parts parts, OutputStream out)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    Parts packed =
        (name, content, part) -> {
          zip.setLevel(
              parts.staysUnpacked(name) ? Deflater.NO_COMPRESSION : TableWorkbook.DEFLATE_LEVEL);
          parts.write(name, content, part);
        };
    write(document, last, packed, zip);
  }

  private static void write(byte[] document, String last, Parts parts, ZipOutputStream zip)
      throws IOException {
    byte[] kept = {};
    boolean hasLast = false;
    try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(document))) {
      for (ZipEntry part = entries.getNextEntry(); part != null; part = entries.getNextEntry()) {
        if (part.getName().equals(last)) {
          kept = entries.readAllBytes();
          hasLast = true;
        } else {
          copy(part.getName(), entries.readAllBytes(), parts, zip);
        }
      }
    }
    if (hasLast) {
      copy(last, kept, parts, zip);
    }
    zip.finish();
  }

  private static void copy(String name, byte[] content, Parts parts, ZipOutputStream zip)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ENTRY_TIME);
    zip.putNextEntry(entry);
    parts.write(name, content, zip);
    zip.closeEntry();
  }
}
