package ai.therapysync.conversation.practice;

import ai.therapysync.conversation.occasion.Aside;
import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.Skill;
import ai.therapysync.conversation.occasion.Step;
import ai.therapysync.conversation.practice.checkin.CheckInSkill;
import ai.therapysync.conversation.practice.contact.ContactSkill;
import ai.therapysync.conversation.practice.goal.GoalAsides;
import ai.therapysync.conversation.practice.goal.GoalSkill;
import ai.therapysync.conversation.practice.insight.IdeaAside;
import ai.therapysync.conversation.practice.insight.IdeaSkill;
import ai.therapysync.conversation.practice.memory.MemorySkill;
import ai.therapysync.conversation.practice.mood.MoodQuestions;
import ai.therapysync.conversation.practice.mood.MoodSkill;
import ai.therapysync.conversation.practice.questionnaire.QuestionnaireAside;
import ai.therapysync.conversation.practice.questionnaire.QuestionnaireSkill;
import ai.therapysync.conversation.practice.voice.LanguageSkill;
import ai.therapysync.conversation.practice.voice.VoiceSkill;
import java.util.List;
import java.util.Optional;

/** All skills: the first that knows what is meant answers. Ordinary talk is for none of them. */
public final class Practice {
  private final List<Skill> skills;
  private final List<Aside> asides;

  /**
   * With the skills in the order in which they are asked.
   *
   * @param asides what may be added to an ordinary answer, the most important first
   */
  public Practice(List<Skill> skills, List<Aside> asides) {
    this.skills = List.copyOf(skills);
    this.asides = List.copyOf(asides);
  }

  /** The practice of everybody. */
  public static Practice standard() {
    Skill questionnaire = new QuestionnaireSkill();
    LanguageSkill language = new LanguageSkill();
    Skill goals = new GoalSkill();
    Skill checkIns = new CheckInSkill();
    return new Practice(
        List.of(
            new ContactSkill(),
            questionnaire,
            new MoodSkill(),
            new MemorySkill(),
            new VoiceSkill(),
            language,
            goals,
            checkIns,
            new IdeaSkill(List.of(questionnaire, goals, checkIns))),
        List.of(
            new QuestionnaireAside(),
            language,
            new GoalAsides(),
            new MoodQuestions(),
            new IdeaAside()));
  }

  /** A skill's answer to the waiting words; empty when they are ordinary talk. */
  public Optional<Step> take(Occasion occasion) {
    return skills.stream().flatMap(skill -> skill.take(occasion).stream()).findFirst();
  }

  /**
   * What is added behind an ordinary answer: one thing at most, so that nobody is pressed, and
   * while a patient question is open nothing but what is about that.
   */
  public Optional<Step> aside(Occasion occasion) {
    if (occasion.words().isBlank()) {
      // Who sent a voice note or a picture alone is asked for words, and for nothing else.
      return Optional.empty();
    }
    Optional<Asked> patient = occasion.asked().filter(Asked::patient);
    return asides.stream()
        .filter(aside -> patient.map(it -> aside.mayStandBeside(it, occasion)).orElse(true))
        .flatMap(aside -> aside.add(occasion).stream())
        .findFirst();
  }
}
