package basedecl.spreadsheet.xlsx;

import basedecl.spreadsheet.gate.FileBytes;
import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.ReadBudget;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.ole.OleFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.agile.AgileEncryptionVerifier;
import org.apache.poi.util.LittleEndianInputStream;

/**
 * Takes Excel's default key off an OOXML workbook in an OLE2 container, as is done for {@code
 * .xls}. The zip inside goes through the same gate as any other.
 */
public final class XlsxDecryption {

  private static final String INFO = "EncryptionInfo";
  private static final String PACKAGE = Decryptor.DEFAULT_POIFS_ENTRY;

  /** Excel turns a password over 100,000 times; a hostile file asks for billions. */
  private static final int MOST_TURNS = 500_000;

  private static final int CHUNK = 65_536;

  private XlsxDecryption() {}

  public static FileBytes decrypted(OleFile ole, ReadBudget budget)
      throws IOException, RefusedFileException {
    if (!ole.has(INFO)) {
      throw FileReason.ENCRYPTED_XLSX.refusal();
    }
    Decryptor decryptor = decryptor(ole.read(INFO));
    int stored = ole.read(PACKAGE).length;
    try (InputStream plain = decryptor.getDataStream(ole.root())) {
      return new FileBytes(read(plain, decryptor.getLength(), stored, budget));
    } catch (GeneralSecurityException | RuntimeException e) {
      throw FileReason.CONTAINER.refusal();
    }
  }

  private static byte[] read(InputStream plain, long length, int stored, ReadBudget budget)
      throws IOException, RefusedFileException {
    if (length < 0 || length > stored) {
      throw FileReason.TRUNCATED.refusal();
    }
    byte[] bytes = new byte[(int) length];
    int at = 0;
    while (at < bytes.length) {
      budget.checkTime();
      int read = plain.read(bytes, at, Math.min(CHUNK, bytes.length - at));
      if (read <= 0) {
        throw FileReason.TRUNCATED.refusal();
      }
      at += read;
    }
    return bytes;
  }

  /** Whatever the library cannot open, or opens with another password only, is encrypted to us. */
  private static Decryptor decryptor(byte[] info) throws RefusedFileException {
    try {
      EncryptionInfo encryption =
          new EncryptionInfo(new LittleEndianInputStream(new ByteArrayInputStream(info)), null);
      boolean endless =
          encryption.getVerifier() instanceof AgileEncryptionVerifier verifier
              && verifier.getSpinCount() > MOST_TURNS;
      Decryptor decryptor = encryption.getDecryptor();
      if (!endless && decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
        return decryptor;
      }
      throw FileReason.ENCRYPTED_XLSX.refusal();
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      throw FileReason.ENCRYPTED_XLSX.refusal();
    }
  }
}
