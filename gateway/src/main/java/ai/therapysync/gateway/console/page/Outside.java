package ai.therapysync.gateway.console.page;

/**
 * What is around a page that somebody sees who is not inside yet.
 *
 * @param csrf the token that the page's form carries; empty where it has none
 * @param next where they wanted to go
 */
public record Outside(String title, Theme theme, String version, String csrf, String next) {
  /** The address of a style sheet, script or picture. */
  public String asset(String name) {
    return Assets.path(name, version);
  }
}
