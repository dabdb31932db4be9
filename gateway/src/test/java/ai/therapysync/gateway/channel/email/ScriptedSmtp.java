package ai.therapysync.gateway.channel.email;

import com.icegreen.greenmail.util.GreenMail;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A mail server on loopback that answers each command as it is told: with a reply, with silence
 * ({@code HANG}) or by hanging up ({@code CLOSE}). The end of the content is called {@code END},
 * the greeting {@code HELLO}, an attempt at TLS {@code HANDSHAKE}.
 */
final class ScriptedSmtp implements AutoCloseable {
  private final ServerSocket listening;
  private final Map<String, String> replies = new ConcurrentHashMap<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private volatile boolean selfSigned;

  ScriptedSmtp() {
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    replies.putAll(
        Map.of("HELLO", "220 hi", "EHLO", "250 hi", "DATA", "354 go", "END", "250 taken"));
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  ScriptedSmtp replies(String command, String reply) {
    replies.put(command, reply);
    return this;
  }

  /** After STARTTLS it shows a certificate that nobody vouches for. */
  ScriptedSmtp selfSigned() {
    selfSigned = true;
    return this;
  }

  /** The commands that came, without their values. */
  List<String> commands() {
    return List.copyOf(commands);
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listening.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException e) {
      commands.add("closed");
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      boolean goesOn = answer(socket, "HELLO", in);
      while (goesOn) {
        String line = in.readLine();
        if (line == null) {
          return;
        }
        String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        goesOn = answer(socket, command, in);
        if (command.equals("STARTTLS") && selfSigned) {
          commands.add("HANDSHAKE");
          shakeHands(socket);
          return;
        }
        if (goesOn && command.equals("DATA") && replies.getOrDefault("DATA", "").startsWith("3")) {
          skipContent(in);
          goesOn = answer(socket, "END", in);
        }
      }
    } catch (IOException e) {
      commands.add("broken");
    }
  }

  /** Ends here: no client may say anything after it has seen this certificate. */
  private static void shakeHands(Socket socket) throws IOException {
    try (InputStream store = GreenMail.class.getResourceAsStream("/greenmail.p12")) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(store, "changeit".toCharArray());
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, "changeit".toCharArray());
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(managers.getKeyManagers(), null, null);
      SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, true);
      secured.setUseClientMode(false);
      secured.startHandshake();
      secured.getInputStream().read();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean answer(Socket socket, String command, BufferedReader in) throws IOException {
    commands.add(command);
    String reply = replies.getOrDefault(command, "250 ok");
    if (reply.equals("CLOSE")) {
      return false;
    }
    if (reply.equals("HANG")) {
      in.readLine();
      return false;
    }
    OutputStream out = socket.getOutputStream();
    out.write((reply.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
    return true;
  }

  private static void skipContent(BufferedReader in) throws IOException {
    String line = in.readLine();
    while (line != null && !line.equals(".")) {
      line = in.readLine();
    }
  }
}
