package basedecl.spreadsheet.gate;

/** Numbers as zip and OLE2 files store them. */
public final class LittleEndian {

  private LittleEndian() {}

  public static int u16(byte[] b, int at) {
    return (b[at] & 0xFF) | (b[at + 1] & 0xFF) << 8;
  }

  public static int i32(byte[] b, int at) {
    return u16(b, at) | u16(b, at + 2) << 16;
  }

  public static long u32(byte[] b, int at) {
    return i32(b, at) & 0xFFFF_FFFFL;
  }

  public static long i64(byte[] b, int at) {
    return u32(b, at) | (long) i32(b, at + 4) << 32;
  }
}
