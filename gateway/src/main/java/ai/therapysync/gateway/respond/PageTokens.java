package ai.therapysync.gateway.respond;

import ai.therapysync.crisis.notice.PageLinks;
import ai.therapysync.persistence.sealing.MacKey;
import java.net.URI;
import java.util.UUID;

/** Makes the addresses of contacts' pages: unguessable, and naming nobody. */
public final class PageTokens implements PageLinks {
  private final URI url;
  private final MacKey key;

  public PageTokens(URI url, MacKey key) {
    this.url = url;
    this.key = key;
  }

  @Override
  public String forContact(UUID incident, UUID contact) {
    return url + "/respond/" + key.mac(incident + ":" + contact);
  }

  @Override
  public String forOperators(UUID reference) {
    return url + "/console/crises/" + reference;
  }
}
