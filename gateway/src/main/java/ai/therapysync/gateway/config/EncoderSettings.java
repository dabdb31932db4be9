package ai.therapysync.gateway.config;

import java.util.Map;

/** Whether the sentence encoder looks at messages after the embedded screen. */
public enum EncoderSettings {
  ON,
  OFF;

  static EncoderSettings read(Values values) {
    return values.word("CRISIS_ENCODER", EncoderSettings.class, OFF);
  }

  /**
   * Reads this one variable, for a command that needs no other.
   *
   * @throws BadConfiguration if it is neither {@code on} nor {@code off}
   */
  public static EncoderSettings of(Map<String, String> environment) {
    Values values = new Values(environment);
    EncoderSettings settings = read(values);
    if (!values.faults().isEmpty()) {
      throw new BadConfiguration(values.faults());
    }
    return settings;
  }
}
