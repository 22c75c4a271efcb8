package basedecl.spreadsheet.xls;

import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.ReadBudget;
import basedecl.spreadsheet.gate.RefusedFileException;
import org.apache.poi.hssf.record.ContinueRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.util.LittleEndianByteArrayInputStream;

/**
 * The records of a BIFF8 stream, one after another, read by Apache POI under our clock. A record's
 * data may go on in CONTINUE records; the reading methods step over the seams. What POI makes no
 * sense of it says with an exception of its own, which the guard around every reader turns into a
 * verdict.
 */
final class BiffRecords {

  private static final int HEADER_LENGTH = 4;
  private static final int RECORDS_BETWEEN_LOOKS_AT_THE_CLOCK = 1024;

  private final LittleEndianByteArrayInputStream bytes;
  private final int length;
  private final RecordInputStream records;
  private final ReadBudget budget;
  private final byte[] passedOver = new byte[RecordInputStream.MAX_RECORD_DATA_SIZE];
  private int seen;

  BiffRecords(byte[] stream, int position, ReadBudget budget) throws RefusedFileException {
    if (position < 0 || position > stream.length - HEADER_LENGTH) {
      throw FileReason.TRUNCATED.refusal();
    }
    this.length = stream.length;
    this.bytes = new LittleEndianByteArrayInputStream(stream, position);
    this.records = new RecordInputStream(bytes);
    this.budget = budget;
  }

  /** Steps to the next record and returns its type. A stream that stops without one is damaged. */
  int next() throws RefusedFileException {
    if (++seen % RECORDS_BETWEEN_LOOKS_AT_THE_CLOCK == 0) {
      budget.checkTime();
    }
    if (peek() < 0) {
      throw FileReason.TRUNCATED.refusal();
    }
    records.nextRecord();
    if (end() > length) {
      throw FileReason.TRUNCATED.refusal();
    }
    return records.getSid() & 0xFFFF;
  }

  /** The type of the record after this one, or -1 at the end; the rest of this one is passed. */
  int peek() {
    pass(records.remaining());
    return records.hasNextRecord() ? records.getNextSid() : -1;
  }

  /** Where the record after this one begins; not to be asked after {@link #peek}. */
  int end() {
    return bytes.getReadIndex() + records.remaining();
  }

  int remaining() {
    return records.remaining();
  }

  void skip(int count) throws RefusedFileException {
    int left = count;
    while (left > 0) {
      if (records.remaining() == 0) {
        if (peek() != ContinueRecord.sid) {
          throw FileReason.CONTENT.refusal();
        }
        next();
      }
      int part = Math.min(left, records.remaining());
      pass(part);
      left -= part;
    }
  }

  private void pass(int count) {
    records.readFully(passedOver, 0, count);
  }

  int u8() {
    return records.readUByte();
  }

  int u16() {
    return records.readUShort();
  }

  int i32() {
    return records.readInt();
  }

  long i64() {
    return records.readLong();
  }

  /** A text with a two-byte length, its fonts and phonetic extension passed over. */
  String text() throws RefusedFileException {
    return text(u16());
  }

  String text(int characters) throws RefusedFileException {
    int flags = u8();
    int runs = (flags & 8) != 0 ? u16() : 0;
    int extension = (flags & 4) != 0 ? i32() : 0;
    if (extension < 0) {
      throw FileReason.CONTENT.refusal();
    }
    String text =
        (flags & 1) != 0
            ? records.readUnicodeLEString(characters)
            : records.readCompressedUnicode(characters);
    skip(4 * runs);
    skip(extension);
    return text;
  }
}
