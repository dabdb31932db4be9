package ai.therapysync.gateway.channel;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Where a provider may send us for a file. An address that came over the wire must not make us call
 * whatever stands beside us.
 */
public final class AllowedHosts {
  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");
  private static final int HTTPS = 443;

  private final URI base;
  private final List<String> domains;

  /**
   * For a provider.
   *
   * @param base where its calls go
   * @param domains where it keeps files: these and what is below them, by {@code https} alone
   */
  public AllowedHosts(URI base, List<String> domains) {
    this.base = base;
    this.domains = List.copyOf(domains);
  }

  /** Whether a file may be fetched there. This machine is allowed where the provider is on it. */
  public boolean allow(URI address) {
    String host = host(address);
    if (host.isEmpty() || address.getRawUserInfo() != null) {
      return false;
    }
    if (LOOPBACK.contains(host(base))) {
      return LOOPBACK.contains(host);
    }
    boolean same =
        host.equals(host(base))
            && base.getScheme().equalsIgnoreCase(address.getScheme())
            && base.getPort() == address.getPort();
    return same || isTheirs(address, host);
  }

  private boolean isTheirs(URI address, String host) {
    return "https".equalsIgnoreCase(address.getScheme())
        && (address.getPort() == -1 || address.getPort() == HTTPS)
        && domains.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
  }

  private static String host(URI address) {
    return address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
  }
}
