package ai.therapysync.gateway.simulator.meta;

import ai.therapysync.crisis.people.PhoneNumber;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The ids by which Meta names people to this business, whether it tells their numbers or not. */
final class UserIds {
  private static final BigInteger TWENTY_DIGITS = BigInteger.TEN.pow(20);

  private final Map<String, String> phones = new ConcurrentHashMap<>();

  /** The id of whoever has that number; the same each time. */
  String of(String phone) {
    String region = PhoneNumber.parse(phone, "ZZ").map(PhoneNumber::region).orElse("US");
    String id = region + "." + digits(phone);
    phones.put(id, phone);
    return id;
  }

  /** Whose id it is, if Meta has ever told it. */
  Optional<String> phone(String id) {
    return Optional.ofNullable(phones.get(id));
  }

  private static String digits(String phone) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(phone.getBytes(StandardCharsets.UTF_8));
      return new BigInteger(1, hash).mod(TWENTY_DIGITS).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
