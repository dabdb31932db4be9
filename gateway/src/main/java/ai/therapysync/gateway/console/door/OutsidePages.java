package ai.therapysync.gateway.console.door;

import ai.therapysync.gateway.console.page.Assets;
import ai.therapysync.gateway.console.page.Outside;
import ai.therapysync.gateway.console.page.Templates;
import ai.therapysync.gateway.console.page.Theme;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Pages for who is not inside: sent whole, never kept. */
final class OutsidePages {
  /** A path of the console, so that nobody is led away by a link. */
  private static final Pattern LOCAL =
      Pattern.compile("/console(?:/[A-Za-z0-9_~.-]+)*/?(?:\\?[A-Za-z0-9_~.&=%+-]*)?");

  private static final String START = "/console";

  private final Templates templates;
  private final Assets assets;

  OutsidePages(Templates templates, Assets assets) {
    this.templates = templates;
    this.assets = assets;
  }

  void send(
      Context http, int status, String title, String csrf, String template, Map<String, ?> model) {
    Map<String, Object> all = new HashMap<>(model);
    Theme theme = Theme.of(Optional.ofNullable(http.cookie(Theme.COOKIE)));
    all.put("outside", new Outside(title, theme, assets.version(), csrf, next(http)));
    http.status(status)
        .contentType("text/html; charset=utf-8")
        .result(templates.fill(template, all));
  }

  /** Where somebody wanted to go: by the form or the address, local paths only. */
  static String next(Context http) {
    String asked =
        Optional.ofNullable(http.formParam("next"))
            .or(() -> Optional.ofNullable(http.queryParam("next")))
            .orElse(START);
    return isLocal(asked) ? asked : START;
  }

  /** Where somebody is now, to come back to; a request that changes something is not. */
  static String here(Context http) {
    if (!http.method().toString().equals("GET") || "true".equals(http.header("HX-Request"))) {
      return START;
    }
    String query = Optional.ofNullable(http.queryString()).map(text -> "?" + text).orElse("");
    String here = http.path() + query;
    return isLocal(here) ? here : START;
  }

  static boolean isLocal(String path) {
    return LOCAL.matcher(path).matches() && !path.contains("..") && !path.contains("/login");
  }
}
