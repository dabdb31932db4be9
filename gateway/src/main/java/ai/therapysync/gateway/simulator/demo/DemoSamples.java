package ai.therapysync.gateway.simulator.demo;

import java.util.List;

/** Messages to try the demo with at one press. */
public final class DemoSamples {
  private DemoSamples() {}

  /**
   * A message to try.
   *
   * @param urgent whether it is a cry for help
   */
  public record Sample(String label, String text, boolean urgent) {}

  /** What a person in therapy may write, in English or Spanish. */
  public static List<Sample> ofPerson(String language) {
    return language.equals("es") ? SPANISH : ENGLISH;
  }

  /** What somebody who is asked to help may answer. */
  public static List<Sample> ofContact() {
    return CONTACT;
  }

  private static final List<Sample> ENGLISH =
      List.of(
          new Sample(
              "I can't sleep before my exam",
              "I can't sleep before my exam, my head just won't stop.",
              false),
          new Sample("A better day", "Today went better than I thought it would.", false),
          new Sample(
              "Cry for help",
              "I can't go on. I want to end my life tonight and I'm scared of being alone.",
              true),
          new Sample(
              "Low, not in danger",
              "Sometimes I think everyone would be better off without me.",
              false),
          new Sample("HELP", "HELP", false),
          new Sample("STOP", "STOP", false));

  private static final List<Sample> SPANISH =
      List.of(
          new Sample("No puedo dormir", "No puedo dormir pensando en la salud de mi madre.", false),
          new Sample("Un día mejor", "Hoy me fue mejor de lo que esperaba.", false),
          new Sample(
              "Pedir auxilio",
              "Ya no puedo más. Quiero quitarme la vida esta noche y tengo miedo de estar solo.",
              true),
          new Sample(
              "Triste, sin peligro", "A veces pienso que todos estarían mejor sin mí.", false),
          new Sample("AYUDA", "AYUDA", false),
          new Sample("STOP", "STOP", false));

  private static final List<Sample> CONTACT =
      List.of(
          new Sample("1: I am on it", "1", false),
          new Sample("2: I can't", "2", false),
          new Sample("Something else", "Who is this?", false),
          new Sample("STOP", "STOP", false));
}
