package basedecl.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What stands between a program and its database on a bad day: a proxy of plain sockets on a free
 * port of this machine, that can cut the connections through it, lose an answer, turn new ones
 * away, or fall silent.
 */
public final class TcpProxy implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final InetSocketAddress server;
  private final ServerSocket listener;
  private final Set<Way> ways = ConcurrentHashMap.newKeySet();
  private volatile boolean refusing;
  private volatile boolean losingAnswers;
  private boolean silent;

  /** A connection: the program's end and the server's. */
  private static final class Way {

    private final Socket program;
    private final Socket server;
    private volatile boolean forgotten;

    Way(Socket program, Socket server) {
      this.program = program;
      this.server = server;
    }

    /** Both ends are told at once, as by a proxy that is restarted. */
    void cut() {
      reset(program);
      reset(server);
    }

    /** The server is told nothing and goes on waiting; what it says, nobody hears. */
    void forgetServer() {
      forgotten = true;
      reset(program);
    }

    void send(OutputStream out, byte[] bytes, int length) throws IOException {
      try {
        if (!forgotten) {
          out.write(bytes, 0, length);
        }
      } catch (IOException e) {
        if (!forgotten) {
          throw e;
        }
      }
    }
  }

  /** A proxy to the server at this address. */
  public TcpProxy(String host, int port) throws IOException {
    this.server = new InetSocketAddress(host, port);
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept, "proxy-accept");
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Cuts every connection there is; new ones pass. */
  public void cut() {
    List.copyOf(ways).forEach(Way::cut);
  }

  /** Whether new connections are turned away. */
  public void refuse(boolean whether) {
    refusing = whether;
  }

  /** What the server answers next, on whichever connection, is lost, and that connection cut. */
  public void loseAnAnswer() {
    losingAnswers = true;
  }

  /** Nothing passes any more, and nobody is told. */
  public synchronized void fallSilent() {
    silent = true;
  }

  /** All that was held back passes, and what follows. */
  public synchronized void speakAgain() {
    silent = false;
    notifyAll();
  }

  /**
   * The program's ends are cut, and the server goes on waiting: so a machine vanishes, and so a
   * firewall forgets.
   */
  public void forgetTheServer() {
    List.copyOf(ways).forEach(Way::forgetServer);
  }

  private void accept() {
    try {
      while (true) {
        Socket program = listener.accept();
        if (refusing) {
          reset(program);
          continue;
        }
        Socket its = new Socket(server.getAddress(), server.getPort());
        Way way = new Way(program, its);
        program.setTcpNoDelay(true);
        its.setTcpNoDelay(true);
        ways.add(way);
        start(() -> pass(way, program, its, false), "proxy-asks");
        start(() -> pass(way, its, program, true), "proxy-answers");
      }
    } catch (IOException closed) {
      cut();
    }
  }

  private void pass(Way way, Socket from, Socket to, boolean answers) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] bytes = new byte[BUFFER];
      int length = in.read(bytes);
      while (length >= 0) {
        awaitSpeech();
        if (answers && losingAnswers) {
          losingAnswers = false;
          break;
        }
        way.send(out, bytes, length);
        length = in.read(bytes);
      }
      way.cut();
    } catch (IOException gone) {
      if (answers || !way.forgotten) {
        way.cut();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (way.server.isClosed()) {
      ways.remove(way);
    }
  }

  private synchronized void awaitSpeech() throws InterruptedException {
    while (silent) {
      wait();
    }
  }

  private static void start(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException closed) {
      // It is gone, which was wanted.
      return;
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    speakAgain();
    cut();
  }
}
