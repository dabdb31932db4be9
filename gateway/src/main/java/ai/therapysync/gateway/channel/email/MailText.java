package ai.therapysync.gateway.channel.email;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTML form of a plain text: escaped, paragraphs kept, addresses of pages clickable. */
final class MailText {
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)']");

  private MailText() {}

  static String html(String text) {
    StringBuilder html = new StringBuilder("<!DOCTYPE html><html><body><p>");
    Matcher link = LINK.matcher(text);
    int done = 0;
    while (link.find()) {
      html.append(escaped(text.substring(done, link.start())));
      String address = escaped(link.group());
      html.append("<a href=\"").append(address).append("\">").append(address).append("</a>");
      done = link.end();
    }
    return html.append(escaped(text.substring(done))).append("</p></body></html>").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("\r\n", "\n")
        .replaceAll("\n{2,}", "</p><p>")
        .replace("\n", "<br>\n");
  }
}
