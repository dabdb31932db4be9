package ai.therapysync.gateway.cli.doctor;

import ai.therapysync.gateway.config.SmtpSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocketFactory;

/** Whether the mail server greets us; sends nothing. */
public record SmtpCheck(SmtpSettings settings) implements Check {
  private static final String WHAT = "e-mail";
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int GREETING = 3;

  @Override
  public Finding look() {
    String server = settings.host() + ":" + settings.port();
    try (Socket socket = connected()) {
      byte[] greeting = greeting(socket);
      if (new String(greeting, StandardCharsets.US_ASCII).equals("220")) {
        return Finding.fine(WHAT, server + " answers");
      }
      return Finding.wrong(WHAT, server + " does not greet as a mail server: check SMTP_URL");
    } catch (IOException e) {
      return Finding.wrong(WHAT, server + " can't be reached: check SMTP_URL and the network");
    }
  }

  private static byte[] greeting(Socket socket) throws IOException {
    InputStream stream = socket.getInputStream();
    return stream.readNBytes(GREETING);
  }

  private Socket connected() throws IOException {
    Socket plain = new Socket();
    try {
      plain.connect(new InetSocketAddress(settings.host(), settings.port()), PATIENCE_MILLIS);
      plain.setSoTimeout(PATIENCE_MILLIS);
      if (!settings.implicitTls()) {
        return plain;
      }
      return ((SSLSocketFactory) SSLSocketFactory.getDefault())
          .createSocket(plain, settings.host(), settings.port(), true);
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }
}
