package basedecl.spreadsheet.zip;

import basedecl.spreadsheet.gate.FileBytes;
import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.ReadBudget;
import basedecl.spreadsheet.gate.RefusedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipEightByteInteger;
import org.apache.commons.compress.archivers.zip.ZipLong;
import org.apache.commons.compress.archivers.zip.ZipShort;

/**
 * A zip file read by its central directory, checked whole before any part is unpacked: end record,
 * count, names, declared sizes, overlaps. Ours rather than {@code ZipFile} of the JDK or of
 * commons-compress, which build every entry a file holds before anything can be asked, and check
 * neither count nor checksum nor a part's own header; see the decision on reading {@code .xlsx}.
 */
public final class ZipContainer {

  private static final long END_RECORD = 0x06054b50;
  private static final long DIRECTORY_ENTRY = 0x02014b50;
  private static final long ZIP64_LOCATOR = 0x07064b50;
  private static final long ZIP64_END = 0x06064b50;
  private static final int END_LENGTH = 22;
  private static final int DIRECTORY_ENTRY_LENGTH = 46;
  private static final long MAX_DIRECTORY = 16L << 20;

  /** A part as the central directory declares it; {@code rawName} holds its bytes as chars. */
  public record Entry(
      String name,
      String rawName,
      int flags,
      int method,
      long crc,
      long compressed,
      long size,
      long offset) {

    boolean encrypted() {
      return (flags & 1) != 0;
    }
  }

  private final FileBytes file;
  private final ReadBudget budget;
  private final Map<String, Entry> entries;

  private ZipContainer(FileBytes file, ReadBudget budget, Map<String, Entry> entries) {
    this.file = file;
    this.budget = budget;
    this.entries = entries;
  }

  public static ZipContainer open(FileBytes file, ReadBudget budget)
      throws IOException, RefusedFileException {
    End end = findEnd(file);
    if (end.count > budget.limits().entries()) {
      throw FileReason.ENTRIES.refusal(Integer.toString(budget.limits().entries()));
    }
    if (end.directorySize > MAX_DIRECTORY) {
      throw FileReason.BOMB.refusal();
    }
    byte[] directory = file.read(end.directoryOffset, (int) end.directorySize);
    List<Entry> all = readDirectory(directory, (int) end.count);
    checkLayout(all, end.directoryOffset);
    Map<String, Entry> byName = new LinkedHashMap<>();
    long declared = 0;
    for (Entry entry : all) {
      declared += Math.min(entry.size, Long.MAX_VALUE / 4096);
      if (!entry.name.endsWith("/") && byName.put(key(entry.name), entry) != null) {
        throw FileReason.DUPLICATE_ENTRIES.refusal();
      }
    }
    budget.checkInflated(declared);
    return new ZipContainer(file, budget, byName);
  }

  /** The part of that name; names of parts differ in more than case. */
  public Optional<Entry> find(String name) {
    return Optional.ofNullable(entries.get(key(name)));
  }

  public Collection<Entry> entries() {
    return entries.values();
  }

  public boolean anyEncrypted() {
    return entries.values().stream().anyMatch(Entry::encrypted);
  }

  /** Unpacks a part, checking length and CRC-32 where it ends. */
  public ZipEntryStream unpack(Entry entry) throws IOException, RefusedFileException {
    return new ZipEntryStream(file, entry, budget, true);
  }

  /** Unpacks once more a part that was counted already. */
  public ZipEntryStream unpackAgain(Entry entry) throws IOException, RefusedFileException {
    return new ZipEntryStream(file, entry, budget, false);
  }

  /** The first bytes of a part, without checking the rest. */
  public byte[] head(Entry entry, int length) throws IOException, RefusedFileException {
    try (InputStream in = unpack(entry)) {
      return in.readNBytes(length);
    }
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private record End(long count, long directorySize, long directoryOffset) {}

  private static End findEnd(FileBytes file) throws IOException, RefusedFileException {
    int tailLength = (int) Math.min(file.size(), END_LENGTH + 65_535);
    long tailStart = file.size() - tailLength;
    byte[] tail = file.read(tailStart, tailLength);
    for (int at = tail.length - END_LENGTH; at >= 0; at--) {
      if (ZipLong.getValue(tail, at) == END_RECORD
          && at + END_LENGTH + ZipShort.getValue(tail, at + 20) <= tail.length) {
        return end(file, tail, at, tailStart + at);
      }
    }
    throw FileReason.TRUNCATED.refusal();
  }

  private static End end(FileBytes file, byte[] tail, int at, long position)
      throws IOException, RefusedFileException {
    long count = ZipShort.getValue(tail, at + 10);
    long size = ZipLong.getValue(tail, at + 12);
    long offset = ZipLong.getValue(tail, at + 16);
    if (ZipShort.getValue(tail, at + 4) != ZipShort.getValue(tail, at + 6)
        || ZipShort.getValue(tail, at + 8) != count) {
      throw FileReason.CONTAINER.refusal();
    }
    if (count == 0xFFFF || size == 0xFFFF_FFFFL || offset == 0xFFFF_FFFFL) {
      byte[] locator = file.read(Math.max(0, position - 20), 20);
      if (locator.length < 20 || ZipLong.getValue(locator, 0) != ZIP64_LOCATOR) {
        throw FileReason.CONTAINER.refusal();
      }
      long zip64 = ZipEightByteInteger.getLongValue(locator, 8);
      if (zip64 < 0 || zip64 > position - 56) {
        throw FileReason.CONTAINER.refusal();
      }
      byte[] end64 = file.read(zip64, 56);
      if (ZipLong.getValue(end64, 0) != ZIP64_END) {
        throw FileReason.CONTAINER.refusal();
      }
      count = ZipEightByteInteger.getLongValue(end64, 32);
      size = ZipEightByteInteger.getLongValue(end64, 40);
      offset = ZipEightByteInteger.getLongValue(end64, 48);
    }
    if (count < 0 || size < 0 || offset < 0 || offset > position || size > position - offset) {
      throw FileReason.CONTAINER.refusal();
    }
    return new End(count, size, offset);
  }

  private static List<Entry> readDirectory(byte[] directory, int count)
      throws RefusedFileException {
    List<Entry> all = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < count; i++) {
      if (at + DIRECTORY_ENTRY_LENGTH > directory.length
          || ZipLong.getValue(directory, at) != DIRECTORY_ENTRY) {
        throw FileReason.CONTAINER.refusal();
      }
      int nameLength = ZipShort.getValue(directory, at + 28);
      int extraLength = ZipShort.getValue(directory, at + 30);
      int next =
          at
              + DIRECTORY_ENTRY_LENGTH
              + nameLength
              + extraLength
              + ZipShort.getValue(directory, at + 32);
      if (next > directory.length) {
        throw FileReason.CONTAINER.refusal();
      }
      all.add(entry(directory, at, nameLength, extraLength));
      at = next;
    }
    if (at != directory.length) {
      throw FileReason.CONTAINER.refusal();
    }
    return all;
  }

  private static Entry entry(byte[] directory, int at, int nameLength, int extraLength)
      throws RefusedFileException {
    int flags = ZipShort.getValue(directory, at + 8);
    int nameAt = at + DIRECTORY_ENTRY_LENGTH;
    String rawName = new String(directory, nameAt, nameLength, StandardCharsets.ISO_8859_1);
    // Unmarked names are in some code page of their maker's: byte by byte keeps them distinct.
    boolean utf8 = (flags & 0x800) != 0;
    String name =
        (utf8 ? new String(directory, nameAt, nameLength, StandardCharsets.UTF_8) : rawName)
            .replace('\\', '/');
    checkName(name);
    long compressed = ZipLong.getValue(directory, at + 20);
    long size = ZipLong.getValue(directory, at + 24);
    long offset = ZipLong.getValue(directory, at + 42);
    int extra = nameAt + nameLength;
    int extraEnd = extra + extraLength;
    while (extra + 4 <= extraEnd) {
      int length = ZipShort.getValue(directory, extra + 2);
      if (ZipShort.getValue(directory, extra) == 1) {
        int field = extra + 4;
        int fieldEnd = Math.min(field + length, extraEnd);
        if (size == 0xFFFF_FFFFL && field + 8 <= fieldEnd) {
          size = ZipEightByteInteger.getLongValue(directory, field);
          field += 8;
        }
        if (compressed == 0xFFFF_FFFFL && field + 8 <= fieldEnd) {
          compressed = ZipEightByteInteger.getLongValue(directory, field);
          field += 8;
        }
        if (offset == 0xFFFF_FFFFL && field + 8 <= fieldEnd) {
          offset = ZipEightByteInteger.getLongValue(directory, field);
        }
      }
      extra += 4 + length;
    }
    if (compressed < 0 || size < 0 || offset < 0) {
      throw FileReason.CONTAINER.refusal();
    }
    return new Entry(
        name,
        rawName,
        flags,
        ZipShort.getValue(directory, at + 10),
        ZipLong.getValue(directory, at + 16),
        compressed,
        size,
        offset);
  }

  private static void checkName(String name) throws RefusedFileException {
    boolean outside =
        name.startsWith("/")
            || (name.length() > 1 && name.charAt(1) == ':')
            || Arrays.asList(name.split("/", -1)).contains("..");
    if (outside) {
      throw FileReason.ENTRY_NAME.refusal();
    }
    if (name.indexOf('\0') >= 0) {
      throw FileReason.CONTAINER.refusal();
    }
  }

  private static void checkLayout(List<Entry> all, long directoryOffset)
      throws RefusedFileException {
    List<Entry> byOffset = new ArrayList<>(all);
    byOffset.sort(Comparator.comparingLong(Entry::offset));
    long end = 0;
    for (Entry entry : byOffset) {
      if (entry.offset < end) {
        throw FileReason.OVERLAPPING_ENTRIES.refusal();
      }
      long room = directoryOffset - entry.offset - ZipEntryStream.LOCAL_HEADER_LENGTH;
      if (entry.compressed + entry.rawName.length() > room) {
        throw FileReason.CONTAINER.refusal();
      }
      end =
          entry.offset
              + ZipEntryStream.LOCAL_HEADER_LENGTH
              + entry.rawName.length()
              + entry.compressed;
    }
  }
}
