package basedecl.spreadsheet.xls;

import static basedecl.spreadsheet.gate.LittleEndian.i32;
import static basedecl.spreadsheet.gate.LittleEndian.u16;
import static basedecl.spreadsheet.gate.LittleEndian.u32;

import basedecl.spreadsheet.gate.FileBytes;
import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.RefusedFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An OLE2 compound file (MS-CFB): its streams by name. Reads what it is asked for and no more, so
 * that a file cut short is refused where a stream is missing its end, instead of being filled up
 * with zeros.
 */
public final class OleContainer {

  private static final int HEADER_LENGTH = 512;
  private static final int HEADER_SECTORS = 109;
  private static final int END_OF_CHAIN = -2;
  private static final int DIRECTORY_ENTRY_LENGTH = 128;

  private record Stream(int start, long size) {}

  private final FileBytes file;
  private final int sectorBits;
  private final int miniBits;
  private final int miniCutoff;
  private final int[] table;
  private int[] miniTable = new int[0];
  private byte[] miniStream = new byte[0];
  private final Map<String, Stream> streams = new LinkedHashMap<>();

  public OleContainer(FileBytes file) throws IOException, RefusedFileException {
    this.file = file;
    byte[] header = file.read(0, HEADER_LENGTH);
    if (header.length < HEADER_LENGTH) {
      throw FileReason.TRUNCATED.refusal();
    }
    sectorBits = u16(header, 30);
    miniBits = u16(header, 32);
    miniCutoff = i32(header, 56);
    if ((sectorBits != 9 && sectorBits != 12) || miniBits != 6 || miniCutoff != 4096) {
      throw FileReason.CONTAINER.refusal();
    }
    table = readTable(header);
    readDirectory(i32(header, 48), i32(header, 60));
  }

  public boolean has(String name) {
    return streams.containsKey(name.toLowerCase(Locale.ROOT));
  }

  /** The whole stream; call {@link #has} first. */
  public byte[] read(String name) throws IOException, RefusedFileException {
    Stream stream = streams.get(name.toLowerCase(Locale.ROOT));
    if (stream == null || stream.size > file.size()) {
      throw FileReason.CONTAINER.refusal();
    }
    return stream.size < miniCutoff
        ? readMini(stream.start, (int) stream.size)
        : readChain(stream.start, stream.size);
  }

  private int sectorSize() {
    return 1 << sectorBits;
  }

  private byte[] sector(int number) throws IOException, RefusedFileException {
    long at = (number + 1L) << sectorBits;
    if (number < 0 || at >= file.size()) {
      throw FileReason.TRUNCATED.refusal();
    }
    return file.read(at, sectorSize());
  }

  private int[] readTable(byte[] header) throws IOException, RefusedFileException {
    long sectorsInFile = (file.size() >> sectorBits) + 1;
    int wanted = i32(header, 44);
    int perSector = sectorSize() / 4;
    if (wanted < 0 || wanted > sectorsInFile / perSector + 1) {
      throw FileReason.TRUNCATED.refusal();
    }
    int[] found = new int[wanted * perSector];
    Arrays.fill(found, -1);
    byte[] list = Arrays.copyOfRange(header, 76, 76 + 4 * HEADER_SECTORS);
    int listed = HEADER_SECTORS;
    int next = i32(header, 68);
    int at = 0;
    for (int i = 0; i < wanted; i++) {
      if (at == listed) {
        list = sector(next);
        if (list.length < sectorSize()) {
          throw FileReason.TRUNCATED.refusal();
        }
        listed = perSector - 1;
        next = i32(list, 4 * listed);
        at = 0;
      }
      byte[] part = sector(i32(list, 4 * at++));
      for (int k = 0; k + 4 <= part.length; k += 4) {
        found[i * perSector + k / 4] = i32(part, k);
      }
    }
    return found;
  }

  private int follow(int sector) throws RefusedFileException {
    if (sector < 0 || sector >= table.length) {
      throw FileReason.CONTAINER.refusal();
    }
    return table[sector];
  }

  private byte[] readChain(int start, long size) throws IOException, RefusedFileException {
    byte[] bytes = new byte[(int) size];
    int at = 0;
    int sector = start;
    while (at < bytes.length) {
      byte[] part = sector(sector);
      int length = Math.min(part.length, bytes.length - at);
      System.arraycopy(part, 0, bytes, at, length);
      at += length;
      if (at < bytes.length) {
        if (part.length < sectorSize()) {
          throw FileReason.TRUNCATED.refusal();
        }
        sector = follow(sector);
      }
    }
    return bytes;
  }

  private byte[] readMini(int start, int size) throws RefusedFileException {
    byte[] bytes = new byte[size];
    int at = 0;
    int sector = start;
    while (at < size) {
      int from = sector << miniBits;
      int length = Math.min(1 << miniBits, size - at);
      if (sector < 0
          || sector >= miniTable.length
          || from < 0
          || from + length > miniStream.length) {
        throw FileReason.CONTAINER.refusal();
      }
      System.arraycopy(miniStream, from, bytes, at, length);
      at += length;
      sector = miniTable[sector];
    }
    return bytes;
  }

  private void readDirectory(int start, int miniTableStart)
      throws IOException, RefusedFileException {
    int sector = start;
    int root = END_OF_CHAIN;
    long rootSize = 0;
    for (int seen = 0; sector != END_OF_CHAIN; seen++) {
      if (seen > table.length) {
        throw FileReason.CONTAINER.refusal();
      }
      byte[] part = sector(sector);
      for (int at = 0; at + DIRECTORY_ENTRY_LENGTH <= part.length; at += DIRECTORY_ENTRY_LENGTH) {
        int type = part[at + 66];
        int entryStart = i32(part, at + 116);
        long size = u32(part, at + 120);
        if (type == 5) {
          root = entryStart;
          rootSize = size;
        } else if (type == 2 || type == 1) {
          streams.putIfAbsent(name(part, at), new Stream(entryStart, size));
        }
      }
      sector = follow(sector);
    }
    if (root >= 0 && rootSize > 0 && rootSize <= file.size()) {
      miniStream = readChain(root, rootSize);
      readMiniTable(miniTableStart);
    }
  }

  private static String name(byte[] part, int at) {
    int length = Math.max(0, Math.min(64, u16(part, at + 64)) - 2);
    return new String(part, at, length, StandardCharsets.UTF_16LE).toLowerCase(Locale.ROOT);
  }

  private void readMiniTable(int start) throws IOException, RefusedFileException {
    int[] found = new int[(miniStream.length >> miniBits) + 1];
    Arrays.fill(found, END_OF_CHAIN);
    int at = 0;
    int sector = start;
    while (sector != END_OF_CHAIN && at < found.length) {
      byte[] part = sector(sector);
      if (part.length < sectorSize()) {
        throw FileReason.TRUNCATED.refusal();
      }
      for (int k = 0; k + 4 <= part.length && at < found.length; k += 4) {
        found[at++] = i32(part, k);
      }
      sector = follow(sector);
    }
    miniTable = found;
  }
}
