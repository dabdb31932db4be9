package ai.therapysync.gateway.console.door;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** What the console leaves with a browser: for its own paths, out of reach of scripts. */
final class Cookies {
  static final String SESSION = "console_session";
  static final String LOGIN = "console_login";
  static final String DEVICE = "console_device";

  private static final int SECRET_BYTES = 32;
  private static final int FOR_THIS_SESSION = -1;

  private final boolean secure;

  /** Whether only an encrypted connection may carry them. */
  Cookies(boolean secure) {
    this.secure = secure;
  }

  /** 256 bits that nobody guesses. */
  static String newSecret() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static Optional<String> read(Context http, String name) {
    return Optional.ofNullable(http.cookie(name)).filter(value -> !value.isBlank());
  }

  void set(Context http, String name, String value) {
    http.cookie(cookie(name, value, FOR_THIS_SESSION));
  }

  void set(Context http, String name, String value, Duration age) {
    http.cookie(cookie(name, value, (int) age.toSeconds()));
  }

  void remove(Context http, String name) {
    http.cookie(cookie(name, "", 0));
  }

  private Cookie cookie(String name, String value, int age) {
    Cookie cookie = new Cookie(name, value, "/console", age, secure);
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.STRICT);
    return cookie;
  }
}
