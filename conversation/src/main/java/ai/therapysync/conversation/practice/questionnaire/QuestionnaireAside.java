package ai.therapysync.conversation.practice.questionnaire;

import ai.therapysync.conversation.occasion.Aside;
import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.Step;
import ai.therapysync.crisis.language.Phrasebook;
import java.util.Map;
import java.util.Optional;

/**
 * Says once, beside other talk, that a question still waits; and that a questionnaire has its
 * score, where something graver came first.
 */
public final class QuestionnaireAside implements Aside {
  /** The score that has not been told yet. */
  static final String UNTOLD = "questionnaire_untold";

  private final Phrasebook texts = Phrasebook.load(QuestionnaireAside.class, "questionnaire");

  @Override
  public boolean mayStandBeside(Asked patient, Occasion occasion) {
    return true;
  }

  @Override
  public Optional<Step> add(Occasion occasion) {
    return occasion.climate().bearsMore()
        ? untold(occasion).or(() -> waiting(occasion))
        : Optional.empty();
  }

  /** The question that is open once a score waits to be told. */
  static Asked scored(Occasion occasion) {
    return new Asked(UNTOLD, Map.of(), true, occasion.now());
  }

  private Optional<Step> untold(Occasion occasion) {
    return occasion
        .asked(UNTOLD)
        .map(_ ->
            Step.says(QuestionnaireSkill.NAME, texts.say(occasion.language(), "untold"))
                .asking(new Asked("questionnaire_offered", Map.of(), false, occasion.now())));
  }

  private Optional<Step> waiting(Occasion occasion) {
    return occasion
        .asked()
        .filter(asked -> !Sheet.isReminded(asked))
        .flatMap(Sheet::of)
        .map(sheet ->
            Step.says(QuestionnaireSkill.NAME, texts.say(occasion.language(), "waits", of(sheet)))
                .asking(sheet.reminded(occasion.now())));
  }

  private static Map<String, String> of(Sheet sheet) {
    return Map.of(
        "number", Integer.toString(sheet.question()),
        "all", Integer.toString(sheet.instrument().questions()));
  }
}
