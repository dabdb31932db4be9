package ai.therapysync.gateway.respond;

import ai.therapysync.crisis.language.Language;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** HTML without a script, that nobody keeps. */
final class Html {
  private Html() {}

  /** A whole page. */
  static String document(Language language, String title, String body) {
    String direction = language == Language.ARABIC ? "rtl" : "ltr";
    return """
    <!DOCTYPE html>
    <html lang="%s" dir="%s">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex, nofollow">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light dark">
    <meta name="format-detection" content="telephone=no">
    <title>%s</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="%s">
    </head>
    <body><main>
    %s
    </main></body>
    </html>
    """
        .formatted(language.code(), direction, escaped(title), RespondPage.STYLE, body);
  }

  static String element(String tag, String text) {
    return "<" + tag + ">" + escaped(text) + "</" + tag + ">\n";
  }

  /** A button that posts an answer. */
  static String button(String answer, String text) {
    return "<button type=\"submit\" name=\"answer\" value=\"%s\" class=\"%s\">%s</button>"
        .formatted(answer, answer, escaped(text));
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A name isolated from the text around it, where that runs the other way. */
  static String isolated(String name, Language language) {
    return language == Language.ARABIC ? "\u2068" + name + "\u2069" : name;
  }

  static void send(Context http, int status, String page) {
    http.status(status)
        .header("Referrer-Policy", "no-referrer")
        .header("X-Robots-Tag", "noindex, nofollow")
        .header("Cache-Control", "no-store")
        .contentType("text/html; charset=utf-8")
        .result(page);
  }

  /** The language of whoever reads, where a page must not tell the person's. */
  static Language reader(Context http) {
    String wanted = Optional.ofNullable(http.header("Accept-Language")).orElse("");
    return Stream.of(wanted.toLowerCase(Locale.ROOT).split("[,;]", -1))
        .flatMap(tag -> Language.of(tag).stream())
        .findFirst()
        .orElse(Language.ENGLISH);
  }
}
