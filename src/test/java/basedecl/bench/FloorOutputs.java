package basedecl.bench;

import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The second half of the {@link Floor}: the product's outputs, unpacked beforehand, are compressed
 * again at the product's level, block by block in two threads, and flushed to the disk. What comes
 * out has the workbooks' bytes and check sums but not their directories: nobody is to open it.
 */
final class FloorOutputs {

  private static final int BLOCK = 1 << 20;

  private FloorOutputs() {}

  /** Unpacks a folder of outputs, each workbook into one file of its parts; not measured. */
  static void unpack(Path outputs, Path raw) throws IOException {
    Files.createDirectories(raw);
    for (Path file : files(outputs)) {
      Path target = raw.resolve(outputs.relativize(file).toString().replace('/', '-'));
      if (!file.toString().endsWith(".xlsx")) {
        Files.copy(file, target);
        continue;
      }
      try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file));
          java.io.OutputStream out = Files.newOutputStream(target)) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          zip.transferTo(out);
        }
      }
    }
  }

  static void write(Path raw, Path target) throws IOException {
    Files.createDirectories(target);
    for (Path file : files(raw)) {
      Path place = target.resolve(file.getFileName().toString());
      try (FileChannel out =
          FileChannel.open(place, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        if (file.toString().endsWith(".xlsx")) {
          compress(file, out);
        } else {
          out.write(ByteBuffer.wrap(Files.readAllBytes(file)));
        }
        out.force(true);
      }
    }
  }

  /** Blocks find their place in the file in the order in which they are ready. */
  private static void compress(Path file, FileChannel out) throws IOException {
    AtomicLong place = new AtomicLong();
    try (InputStream in = Files.newInputStream(file)) {
      Floor.inThreads(
          () -> {
            byte[] block = new byte[BLOCK];
            byte[] packed = new byte[2 * BLOCK];
            Deflater deflater = new Deflater(TableWorkbook.DEFLATE_LEVEL, true);
            CRC32 crc = new CRC32();
            for (int length = next(in, block); length > 0; length = next(in, block)) {
              crc.update(block, 0, length);
              deflater.reset();
              deflater.setInput(block, 0, length);
              int count = deflater.deflate(packed, 0, packed.length, Deflater.SYNC_FLUSH);
              long at = place.getAndAdd(count);
              out.write(ByteBuffer.wrap(Arrays.copyOf(packed, count)), at);
            }
            deflater.end();
            return true;
          });
    }
  }

  private static int next(InputStream in, byte[] block) throws IOException {
    synchronized (in) {
      return in.readNBytes(block, 0, block.length);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
