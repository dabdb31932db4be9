package ai.therapysync.gateway.simulator.network;

/** How many segments an SMS takes: GSM-7 160, then 153 each; UCS-2 70, then 67 each. */
final class Segments {
  private static final String GSM_BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String GSM_EXTENDED = "\f^{}\\[~]|€";

  private Segments() {}

  static int of(String text) {
    int septets = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (GSM_EXTENDED.indexOf(letter) >= 0) {
        septets += 2;
      } else if (GSM_BASIC.indexOf(letter) >= 0) {
        septets++;
      } else {
        return pieces(text.length(), 70, 67);
      }
    }
    return pieces(septets, 160, 153);
  }

  private static int pieces(int length, int single, int joined) {
    return length <= single ? 1 : Math.ceilDiv(length, joined);
  }
}
