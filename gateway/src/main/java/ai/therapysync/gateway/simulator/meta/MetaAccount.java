package ai.therapysync.gateway.simulator.meta;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * An account with the simulated Meta. Secret and tokens are secret, though short-lived.
 *
 * @param businessId of the WhatsApp business account
 * @param phoneNumberId the sender's id
 * @param phoneNumber the sender's number, which people see: E.164
 */
public record MetaAccount(
    String businessId,
    String phoneNumberId,
    String phoneNumber,
    String appSecret,
    String verifyToken,
    String accessToken) {
  private static final BigInteger FIFTEEN_DIGITS = BigInteger.TEN.pow(14);

  /** A new account with keys made at random and a number from the range kept for fiction. */
  public static MetaAccount random() {
    return new MetaAccount(digits(), digits(), "+12025550102", hex(), hex(), "EAA" + hex());
  }

  private static String digits() {
    BigInteger random =
        new BigInteger(1, bytes()).mod(FIFTEEN_DIGITS.multiply(BigInteger.valueOf(9)));
    return FIFTEEN_DIGITS.add(random).toString();
  }

  private static String hex() {
    return HexFormat.of().formatHex(bytes());
  }

  private static byte[] bytes() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  @Override
  public String toString() {
    return "MetaAccount[" + phoneNumberId + "]";
  }
}
