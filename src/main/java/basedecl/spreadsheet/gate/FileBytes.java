package basedecl.spreadsheet.gate;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** A file's bytes by position. Only its failures are failures of the disk. */
public final class FileBytes implements Closeable {

  private final SeekableByteChannel channel;
  private final long size;

  public FileBytes(Path file) throws IOException {
    channel = Files.newByteChannel(file);
    size = channel.size();
  }

  /** Bytes that are in memory already and must not reach the disk. */
  public FileBytes(byte[] bytes) {
    channel = new SeekableInMemoryByteChannel(bytes);
    size = bytes.length;
  }

  public long size() {
    return size;
  }

  /** Reads as many bytes as there are from {@code position}, at most {@code length}. */
  public int read(long position, byte[] target, int offset, int length) throws DiskException {
    try {
      channel.position(position);
      ByteBuffer buffer = ByteBuffer.wrap(target, offset, length);
      while (buffer.hasRemaining()) {
        if (channel.read(buffer) < 0) {
          break;
        }
      }
      return buffer.position() - offset;
    } catch (IOException e) {
      throw new DiskException(e);
    }
  }

  /** The bytes from {@code position}, fewer than {@code length} only at the end of the file. */
  public byte[] read(long position, int length) throws DiskException {
    int wanted = (int) Math.max(0, Math.min(length, size - position));
    byte[] bytes = new byte[wanted];
    int read = read(position, bytes, 0, wanted);
    return read == wanted ? bytes : java.util.Arrays.copyOf(bytes, read);
  }

  /** All bytes from the first, for a library that wants a stream; closing it closes nothing. */
  public InputStream stream() {
    return new InputStream() {
      private long at;

      @Override
      public int read() throws DiskException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws DiskException {
        int read = FileBytes.this.read(at, target, offset, length);
        at += read;
        return read == 0 && length > 0 ? -1 : read;
      }
    };
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
