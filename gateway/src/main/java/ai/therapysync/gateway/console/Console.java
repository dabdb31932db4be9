package ai.therapysync.gateway.console;

import ai.therapysync.gateway.console.door.Door;
import ai.therapysync.gateway.console.door.Present;
import ai.therapysync.gateway.console.live.LiveFeed;
import ai.therapysync.gateway.console.page.ConsolePage;
import ai.therapysync.gateway.web.WebModule;
import ai.therapysync.persistence.views.LiveView;
import io.javalin.config.JavalinConfig;
import java.time.InstantSource;
import java.util.List;

/** What operators see, as one part of the web server. */
public final class Console implements WebModule, AutoCloseable {
  private final Door door;
  private final LiveFeed feed;
  private final List<ConsolePage> pages;

  /** With its door, where it looks for what happens, and its pages. */
  public Console(Door door, LiveView view, InstantSource clock, List<ConsolePage> pages) {
    this.door = door;
    this.feed = new LiveFeed(view, clock, http -> door.guard().inside(http).map(Present::visitor));
    this.pages = List.copyOf(pages);
  }

  @Override
  public void mount(JavalinConfig config) {
    door.mount(config);
    feed.mount(config);
    pages.forEach(page -> door.guard().mount(page, config));
    door.guard().mountMissing(config);
  }

  /** Before the server stops: whoever listens for events would hold it up. */
  @Override
  public void close() {
    feed.close();
  }
}
