package ai.therapysync.gateway.console.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is around a page: its title, who looks at it, where else one can go.
 *
 * @param sections those that the visitor may see
 * @param csrf the token that every form carries
 * @param notice what is told once
 * @param now by the gateway's clock
 * @param version of the style sheets and scripts, so that a browser may keep them
 */
public record Frame(
    String title,
    Section section,
    Visitor visitor,
    List<Section> sections,
    String csrf,
    Theme theme,
    Optional<String> notice,
    Instant now,
    String version) {
  public Frame {
    sections = List.copyOf(sections);
  }

  /** How long ago, in words. */
  public String ago(Instant then) {
    return When.ago(then, now);
  }

  /** The address of a style sheet, script or picture. */
  public String asset(String name) {
    return Assets.path(name, version);
  }
}
