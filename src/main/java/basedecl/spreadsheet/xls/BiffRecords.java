package basedecl.spreadsheet.xls;

import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.LittleEndian;
import basedecl.spreadsheet.gate.ReadBudget;
import basedecl.spreadsheet.gate.RefusedFileException;

/**
 * The records of a BIFF8 stream, one after another. A record's data may go on in CONTINUE records;
 * the reading methods step over the seams.
 */
final class BiffRecords {

  static final int CONTINUE = 0x3C;
  private static final int RECORDS_BETWEEN_LOOKS_AT_THE_CLOCK = 1024;

  private final byte[] stream;
  private final ReadBudget budget;
  private int seen;
  private int next;
  private int at;
  private int end;

  BiffRecords(byte[] stream, int position, ReadBudget budget) {
    this.stream = stream;
    this.budget = budget;
    this.next = position;
  }

  /** Steps to the next record and returns its type. A stream that stops without one is damaged. */
  int next() throws RefusedFileException {
    if (++seen % RECORDS_BETWEEN_LOOKS_AT_THE_CLOCK == 0) {
      budget.checkTime();
    }
    if (next < 0 || next > stream.length - 4) {
      throw FileReason.TRUNCATED.refusal();
    }
    int type = LittleEndian.u16(stream, next);
    at = next + 4;
    end = at + LittleEndian.u16(stream, next + 2);
    if (end > stream.length) {
      throw FileReason.TRUNCATED.refusal();
    }
    next = end;
    return type;
  }

  /** The type of the record after this one, or -1 at the end. */
  int peek() {
    return next >= 0 && next <= stream.length - 2 ? LittleEndian.u16(stream, next) : -1;
  }

  /** Where the record after this one begins. */
  int end() {
    return end;
  }

  int remaining() {
    return end - at;
  }

  void skip(int bytes) throws RefusedFileException {
    int left = bytes;
    while (left > 0) {
      step();
      int part = Math.min(left, end - at);
      at += part;
      left -= part;
    }
  }

  int u8() throws RefusedFileException {
    step();
    return stream[at++] & 0xFF;
  }

  int u16() throws RefusedFileException {
    if (end - at >= 2) {
      at += 2;
      return LittleEndian.u16(stream, at - 2);
    }
    return u8() | u8() << 8;
  }

  int i32() throws RefusedFileException {
    return u16() | u16() << 16;
  }

  long i64() throws RefusedFileException {
    return (i32() & 0xFFFF_FFFFL) | (long) i32() << 32;
  }

  private void step() throws RefusedFileException {
    while (at == end) {
      if (peek() != CONTINUE) {
        throw FileReason.CONTENT.refusal();
      }
      next();
    }
  }

  /** Characters of a text whose head was read; a CONTINUE within them says its width anew. */
  void characters(int count, boolean wide, StringBuilder text) throws RefusedFileException {
    boolean twoBytes = wide;
    int left = count;
    while (left > 0) {
      if (at == end) {
        step();
        twoBytes = (stream[at++] & 1) != 0;
      }
      int width = twoBytes ? 2 : 1;
      int part = Math.min(left, (end - at) / width);
      if (part == 0) {
        throw FileReason.CONTENT.refusal();
      }
      for (int i = 0; i < part; i++) {
        text.append(
            twoBytes
                ? (char) LittleEndian.u16(stream, at + 2 * i)
                : (char) (stream[at + i] & 0xFF));
      }
      at += part * width;
      left -= part;
    }
  }

  /** A text with a two-byte length, its fonts and phonetic extension passed over. */
  String text() throws RefusedFileException {
    return text(u16());
  }

  String text(int length) throws RefusedFileException {
    int flags = u8();
    int runs = (flags & 8) != 0 ? u16() : 0;
    int extension = (flags & 4) != 0 ? i32() : 0;
    if (extension < 0) {
      throw FileReason.CONTENT.refusal();
    }
    StringBuilder text = new StringBuilder(length);
    characters(length, (flags & 1) != 0, text);
    skip(4 * runs);
    skip(extension);
    return text.toString();
  }
}
