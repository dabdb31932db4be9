package ai.therapysync.gateway.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a request comes from. Each proxy of ours adds whom it was called by to the end of {@code
 * X-Forwarded-For}; what stands before that, anybody can write.
 */
public final class ClientAddress {
  private final int proxies;

  /** With so many proxies before the gateway. */
  public ClientAddress(int proxies) {
    this.proxies = proxies;
  }

  /** The address of the outermost one that can be believed. */
  public String of(Context http) {
    List<String> hops = new ArrayList<>();
    if (proxies > 0) {
      String forwarded = Optional.ofNullable(http.header("X-Forwarded-For")).orElse("");
      for (String hop : forwarded.split(",", -1)) {
        if (hop.strip().matches("[0-9A-Fa-f:.]{2,45}")) {
          hops.add(hop.strip());
        }
      }
    }
    hops.add(http.ip());
    return hops.get(Math.max(0, hops.size() - 1 - proxies));
  }
}
