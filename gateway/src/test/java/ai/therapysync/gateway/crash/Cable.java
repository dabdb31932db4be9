package ai.therapysync.gateway.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A cable between a gateway and something beside it, which a test can cut or hold up. */
final class Cable implements AutoCloseable {
  private static final int CONNECT_MILLIS = 2_000;

  /** What a cable does with what it carries. */
  enum State {
    WHOLE,
    /** Connections end, and new ones too. */
    CUT,
    /** Nothing gets through, and nothing ends. */
    FROZEN,
    /** What is asked gets through, what is answered does not. */
    MUTE
  }

  private final ServerSocket door;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private State state = State.WHOLE;
  private volatile int target;

  private Cable(ServerSocket door, int target) {
    this.door = door;
    this.target = target;
  }

  /** From a free port on loopback to that one. */
  static Cable to(int target) {
    try {
      Cable cable = new Cable(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
      Thread.ofVirtual().start(cable::serve);
      return cable;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return door.getLocalPort();
  }

  /** New connections lead there. */
  void leadTo(int port) {
    target = port;
  }

  void become(State next) {
    lock.lock();
    try {
      state = next;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (next == State.CUT) {
      open.forEach(Cable::end);
    }
  }

  /** The ports by which the far end knows this cable's connections. */
  List<Integer> ports() {
    return open.stream().map(Socket::getLocalPort).toList();
  }

  @Override
  public void close() {
    become(State.CUT);
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket near = door.accept();
        Thread.ofVirtual().start(() -> join(near));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void join(Socket near) {
    Socket far = new Socket();
    open.add(near);
    open.add(far);
    try {
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      pass(false);
      far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MILLIS);
      Thread.ofVirtual().start(() -> carry(far, near, true));
      carry(near, far, false);
    } catch (IOException | InterruptedException e) {
      end(near);
    } finally {
      open.remove(near);
      open.remove(far);
    }
  }

  private void carry(Socket from, Socket to, boolean back) {
    byte[] buffer = new byte[16 * 1024];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        pass(back);
        out.write(buffer, 0, read);
      }
    } catch (IOException | InterruptedException e) {
      end(to);
    }
  }

  /** Waits while nothing gets through. */
  private void pass(boolean back) throws IOException, InterruptedException {
    lock.lockInterruptibly();
    try {
      while (state == State.FROZEN || (back && state == State.MUTE)) {
        changed.await();
      }
      if (state == State.CUT) {
        throw new IOException("The cable is cut");
      }
    } finally {
      lock.unlock();
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
