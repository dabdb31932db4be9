package ai.therapysync.gateway.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/** Tags a row by what it holds, so that two people who change it notice each other. */
public final class Etag {
  private static final int KEPT = 15;
  private static final Pattern BETWEEN = Pattern.compile("\\s*,\\s*");

  private Etag() {}

  /** The tag of a row. */
  public static String of(ObjectNode row) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(row.toString().getBytes(StandardCharsets.UTF_8));
      return '"' + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, KEPT)) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }

  /** A proxy that compresses may have made the tag a weak one. */
  static boolean lists(String tags, String tag) {
    return BETWEEN.splitAsStream(tags).anyMatch(one -> one.replaceFirst("^W/", "").equals(tag));
  }
}
