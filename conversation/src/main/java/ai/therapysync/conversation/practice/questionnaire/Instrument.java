package ai.therapysync.conversation.practice.questionnaire;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A questionnaire whose answers are 0 (not at all) to 3 (nearly every day), over the last two
 * weeks.
 *
 * <p>Cut-offs: PHQ-9 by Kroenke, Spitzer and Williams (2001), GAD-7 by Spitzer, Kroenke, Williams
 * and Löwe (2006). Both may be used by everybody without permission.
 */
public enum Instrument {
  /** Depression. Its ninth question asks for thoughts of death and of hurting oneself. */
  PHQ9("phq9", 9, "minimal,mild,moderate,moderately_severe,severe"),
  /** Anxiety. */
  GAD7("gad7", 7, "minimal,mild,moderate,severe");

  private static final int STEP = 5;

  private final String word;
  private final int questions;
  private final String severities;

  Instrument(String word, int questions, String severities) {
    this.word = word;
    this.questions = questions;
    this.severities = severities;
  }

  /** As {@code assessments.instrument} has it. */
  public String word() {
    return word;
  }

  /** How many questions it has. */
  public int questions() {
    return questions;
  }

  /** How heavy a whole score is: every five points are a step. */
  public String severity(int score) {
    List<String> heavier = List.of(severities.split(",", -1));
    return heavier.get(Math.min(score / STEP, heavier.size() - 1));
  }

  /** Whether that question, counted from 1, asks for thoughts of death and of hurting oneself. */
  public boolean asksForDanger(int question) {
    return this == PHQ9 && question == questions;
  }

  /** By its word. */
  public static Optional<Instrument> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
  }
}
