package ai.therapysync.gateway.console.page;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Style sheets, scripts and pictures: public, and kept by browsers until the next version. */
public final class Assets {
  private static final String ROOT = "/console/assets/";
  private static final String HTMX = "htmx.org/2.0.10/dist/htmx.min.js";
  private static final String UPLOT = "uplot/1.6.30/dist/";
  private static final Map<String, String> TYPES =
      Map.of("css", "text/css", "js", "text/javascript", "svg", "image/svg+xml");

  private final Map<String, String> files = new LinkedHashMap<>();
  private final Map<String, byte[]> contents = new ConcurrentHashMap<>();
  private final String version;

  /** Reads all of them: none is large. */
  public Assets() {
    for (String own :
        new String[] {
          "base.css",
          "parts.css",
          "layout.css",
          "icons.svg",
          "favicon.svg",
          "theme.js",
          "keys.js",
          "parts.js",
          "live.js",
          "plots.js"
        }) {
      files.put(own, "assets/" + own);
    }
    files.put("htmx.js", "/META-INF/resources/webjars/" + HTMX);
    files.put("uplot.js", "/META-INF/resources/webjars/" + UPLOT + "uPlot.iife.min.js");
    files.put("uplot.css", "/META-INF/resources/webjars/" + UPLOT + "uPlot.min.css");
    MessageDigest digest = sha256();
    files.forEach((name, resource) -> {
      byte[] content = read(resource);
      contents.put(name, content);
      digest.update(content);
    });
    this.version = HexFormat.of().formatHex(digest.digest(), 0, 6);
  }

  /** Changes whenever one of them does. */
  public String version() {
    return version;
  }

  /** Adds their addresses. */
  public void mount(JavalinConfig config) {
    config.routes.get(ROOT + "{version}/{name}", this::send);
  }

  static String path(String name, String version) {
    return ROOT + version + "/" + name;
  }

  private void send(Context http) {
    String name = http.pathParam("name");
    byte[] content = contents.get(name);
    if (content == null) {
      http.status(404).result("There is no such file");
      return;
    }
    // One of an older version may still be asked for; it gets the new one, and keeps it shortly.
    boolean current = http.pathParam("version").equals(version);
    http.header(
        "Cache-Control", current ? "public, max-age=31536000, immutable" : "public, max-age=60");
    String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
    http.contentType(type + "; charset=utf-8").result(content);
  }

  private static byte[] read(String resource) {
    try (InputStream file = Assets.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalStateException("The console's file " + resource + " is missing");
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("1".getBytes(StandardCharsets.UTF_8));
      return digest;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
