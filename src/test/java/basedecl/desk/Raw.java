package basedecl.desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A connection by hand, for what no browser sends. */
public final class Raw implements AutoCloseable {

  private final Socket socket;
  private final OutputStream out;

  public Raw(DeskUnderTest desk) throws IOException {
    this.socket = new Socket(InetAddress.getLoopbackAddress(), desk.port());
    this.socket.setSoTimeout(30_000);
    this.out = socket.getOutputStream();
  }

  public void send(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Sends a byte; false where the desk has hung up. */
  public boolean drip() {
    try {
      send("x");
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether something has come from the desk. */
  public boolean isAnswered() throws IOException {
    return socket.getInputStream().available() > 0;
  }

  /** All that comes until the desk hangs up, or says nothing more. */
  public String answer() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    try {
      in.transferTo(all);
    } catch (SocketException e) {
      // The desk hung up; what it said before counts.
      return all.toString(StandardCharsets.UTF_8);
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
