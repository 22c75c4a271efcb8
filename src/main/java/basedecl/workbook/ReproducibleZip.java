package basedecl.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Takes the clock out of a document POI wrote: equal contents then give equal bytes and digests.
 */
public final class ReproducibleZip {

  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private ReproducibleZip() {}

  /** Writes the parts of {@code document} again under one fixed time; {@code out} stays open. */
  public static void write(byte[] document, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(document))) {
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        ZipEntry copy = new ZipEntry(part.getName());
        copy.setTimeLocal(ENTRY_TIME);
        zip.putNextEntry(copy);
        parts.transferTo(zip);
        zip.closeEntry();
      }
    }
    zip.finish();
  }
}
