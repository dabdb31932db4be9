package ai.therapysync.persistence.resources;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a list goes on: after the row of this time and id. */
public record Cursor(String time, UUID id) {
  private static final Pattern FORM =
      Pattern.compile("(-infinity|\\d{4}-\\d\\d-\\d\\d[0-9T:.+-]*) ([0-9a-f-]{36})");

  /** As it stands in an address. */
  public String written() {
    String plain = time + " " + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** Empty when no list of ours gave it. */
  public static Optional<Cursor> parse(String written) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8);
      Matcher matcher = FORM.matcher(plain);
      return matcher.matches()
          ? Optional.of(new Cursor(matcher.group(1), UUID.fromString(matcher.group(2))))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
