package basedecl.spreadsheet.gate;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file's bytes by position. Only its failures are failures of the disk. */
public final class FileBytes implements Closeable {

  private final Optional<SeekableByteChannel> channel;
  private final byte[] memory;
  private final long size;

  public FileBytes(Path file) throws IOException {
    SeekableByteChannel opened = Files.newByteChannel(file);
    channel = Optional.of(opened);
    memory = new byte[0];
    size = opened.size();
  }

  /** Bytes that are in memory already; those that were decrypted must not reach the disk. */
  public FileBytes(byte[] bytes) {
    channel = Optional.empty();
    memory = bytes;
    size = bytes.length;
  }

  public long size() {
    return size;
  }

  /** Reads as many bytes as there are from {@code position}, at most {@code length}. */
  public int read(long position, byte[] target, int offset, int length) throws DiskException {
    if (channel.isEmpty()) {
      int read = (int) Math.max(0, Math.min(length, size - position));
      System.arraycopy(memory, (int) Math.min(position, size), target, offset, read);
      return read;
    }
    try {
      return read(channel.get(), position, ByteBuffer.wrap(target, offset, length));
    } catch (IOException e) {
      throw new DiskException(e);
    }
  }

  private static int read(SeekableByteChannel channel, long position, ByteBuffer target)
      throws IOException {
    int before = target.position();
    channel.position(position);
    while (target.hasRemaining()) {
      if (channel.read(target) < 0) {
        break;
      }
    }
    return target.position() - before;
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
    if (channel.isPresent()) {
      channel.get().close();
    }
  }
}
