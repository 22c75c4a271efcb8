package basedecl.spreadsheet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zip files byte by byte, so that they can be wrong in every way. */
public final class ZipMaker {

  /** One entry; whatever is declared can differ from what is there. */
  public static final class Part {
    public final String name;
    public byte[] packed;
    public long crc;
    public long size;
    public int method = 8;
    public int flags;

    public Part(String name, byte[] content) {
      this.name = name;
      this.packed = deflate(content);
      this.size = content.length;
      CRC32 sum = new CRC32();
      sum.update(content);
      this.crc = sum.getValue();
    }
  }

  private final List<Part> parts = new ArrayList<>();

  public ZipMaker add(String name, String content) {
    return add(new Part(name, content.getBytes(StandardCharsets.UTF_8)));
  }

  public ZipMaker add(Part part) {
    parts.add(part);
    return this;
  }

  public ZipMaker replace(String name, String content) {
    parts.removeIf(part -> part.name.equals(name));
    return add(name, content);
  }

  public Part part(String name) {
    return parts.stream().filter(part -> part.name.equals(name)).findFirst().orElseThrow();
  }

  public List<Part> parts() {
    return parts;
  }

  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    for (Part part : parts) {
      int offset = out.size();
      byte[] name = part.name.getBytes(StandardCharsets.UTF_8);
      put(out, 4, 0x04034b50);
      put(out, 2, 20);
      common(out, part, name);
      put(out, 2, 0);
      out.writeBytes(name);
      out.writeBytes(part.packed);
      put(directory, 4, 0x02014b50);
      put(directory, 2, 20);
      put(directory, 2, 20);
      common(directory, part, name);
      put(directory, 2, 0);
      put(directory, 2, 0);
      put(directory, 2, 0);
      put(directory, 2, 0);
      put(directory, 4, 0);
      put(directory, 4, offset);
      directory.writeBytes(name);
    }
    int at = out.size();
    out.writeBytes(directory.toByteArray());
    put(out, 4, 0x06054b50);
    put(out, 4, 0);
    put(out, 2, parts.size());
    put(out, 2, parts.size());
    put(out, 4, directory.size());
    put(out, 4, at);
    put(out, 2, 0);
    return out.toByteArray();
  }

  private static void common(ByteArrayOutputStream out, Part part, byte[] name) {
    put(out, 2, part.flags);
    put(out, 2, part.method);
    put(out, 4, 0);
    put(out, 4, part.crc);
    put(out, 4, part.packed.length);
    put(out, 4, part.size);
    put(out, 2, name.length);
  }

  private static void put(ByteArrayOutputStream out, int bytes, long value) {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (value >> (8 * i)) & 0xFF);
    }
  }

  static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater(6, true);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }
}
