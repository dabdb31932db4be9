package ai.therapysync.gateway.console.analytics;

import ai.therapysync.gateway.console.page.Section;

/** What can be looked at, each on a page of its own. */
public enum Board {
  PLATFORM("", "Platform", "platform_analytics"),
  BEHAVIOR("/behavior", "What people do", "user_behavior_analytics"),
  PERFORMANCE("/performance", "The gateway", "performance_metrics");

  private final String place;
  private final String label;
  private final String table;

  Board(String place, String label, String table) {
    this.place = place;
    this.label = label;
    this.table = table;
  }

  public String label() {
    return label;
  }

  /** Its address. */
  public String path() {
    return Section.ANALYTICS.path() + place;
  }

  /** Where its file is. */
  public String file() {
    return Section.ANALYTICS.path() + "/" + table + ".csv";
  }

  /** What the figures are made of. */
  String table() {
    return table;
  }

  /** Whether its figures are made at night, for the day before. */
  public boolean isNightly() {
    return this != PERFORMANCE;
  }
}
