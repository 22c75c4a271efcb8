package basedecl.spreadsheet.xls;

import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.ReadBudget;
import basedecl.spreadsheet.gate.RefusedFileException;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.crypto.Biff8DecryptingStream;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;

/**
 * Takes Excel's default key off a BIFF8 stream. Workbooks protected against changes are stored
 * encrypted with a password that everybody knows, so that they open without being asked for one;
 * with any other password a workbook stays closed. Nothing decrypted leaves the memory.
 */
final class XlsDecryption {

  /** A sheet's position, which stays readable so that the sheet can be found. */
  private static final int PLAIN_BYTES_OF_BOUNDSHEET = 4;

  private XlsDecryption() {}

  /** The stream itself where it is not encrypted. */
  static byte[] decrypted(byte[] stream, ReadBudget budget) throws RefusedFileException {
    BiffRecords records = new BiffRecords(stream, 0, budget);
    XlsGlobals.checkVersion(records);
    int before = records.end();
    for (int type = records.next(); type != EOFRecord.sid; type = records.next()) {
      if (type == FilePassRecord.sid) {
        return decrypted(stream, before, records.end(), budget);
      }
      before = records.end();
    }
    return stream;
  }

  private static byte[] decrypted(byte[] stream, int from, int start, ReadBudget budget)
      throws RefusedFileException {
    EncryptionInfo encryption = encryption(stream, from, start);
    byte[] plain = stream.clone();
    Biff8DecryptingStream in =
        new Biff8DecryptingStream(
            new ByteArrayInputStream(stream, start, stream.length - start), start, encryption);
    int at = start;
    while (at + 4 <= stream.length) {
      int type = in.readRecordSID();
      int size = in.readDataSize();
      if (size > stream.length - at - 4) {
        // whoever reads the record will find it cut short; behind the last one it does not matter
        break;
      }
      body(in, type, plain, at + 4, size);
      at += 4 + size;
      budget.checkTime();
    }
    return plain;
  }

  private static void body(Biff8DecryptingStream in, int type, byte[] plain, int at, int size) {
    int open = type == BoundSheetRecord.sid ? Math.min(PLAIN_BYTES_OF_BOUNDSHEET, size) : 0;
    byte[] bytes = new byte[size];
    if (open > 0) {
      in.readPlain(bytes, 0, open);
    }
    in.readFully(bytes, open, size - open);
    System.arraycopy(bytes, 0, plain, at, size);
  }

  /** Whatever the library cannot open, or opens with another password only, is encrypted to us. */
  private static EncryptionInfo encryption(byte[] stream, int from, int to)
      throws RefusedFileException {
    try {
      RecordInputStream record =
          new RecordInputStream(new ByteArrayInputStream(Arrays.copyOfRange(stream, from, to)));
      record.nextRecord();
      EncryptionInfo encryption = new FilePassRecord(record).getEncryptionInfo();
      if (encryption.getDecryptor().verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
        return encryption;
      }
      throw FileReason.ENCRYPTED_XLS.refusal();
    } catch (GeneralSecurityException | RuntimeException e) {
      throw FileReason.ENCRYPTED_XLS.refusal();
    }
  }
}
