package ai.therapysync.gateway.api;

import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The API's description, and Swagger UI to read and try it; for everybody to see. */
final class ApiPages {
  private static final String SWAGGER = "/META-INF/resources/webjars/swagger-ui/5.34.1/";
  private static final String PAGE = "text/html; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  /** What a browser may keep for a while, though the next version may bring another. */
  private static final String KEPT = "public, max-age=3600";

  private record File(String resource, String type) {}

  /** The page names them all by whole addresses: it stands at {@code /api} and {@code /api/}. */
  private static final Map<String, File> FILES =
      Map.of(
          "swagger-ui.css", new File(SWAGGER + "swagger-ui.css", STYLE),
          "swagger-ui-bundle.js", new File(SWAGGER + "swagger-ui-bundle.js", SCRIPT),
          "favicon.png", new File(SWAGGER + "favicon-32x32.png", "image/png"),
          "explorer.css", new File("explorer/explorer.css", STYLE),
          "explorer.js", new File("explorer/explorer.js", SCRIPT));

  void mount(JavalinConfig config) {
    byte[] description = read("openapi.yaml");
    config.routes.get(
        "/api/openapi.yaml", http -> http.contentType("application/yaml").result(description));
    byte[] page = read("explorer/explorer.html");
    config.routes.get("/api", http -> http.contentType(PAGE).result(page));
    FILES.forEach((name, file) -> {
      byte[] content = read(file.resource());
      config.routes.get(
          "/api/ui/" + name,
          http -> http.header("Cache-Control", KEPT).contentType(file.type()).result(content));
    });
  }

  private static byte[] read(String resource) {
    try (InputStream file = ApiPages.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalStateException("The API's file " + resource + " is missing");
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
