package ai.therapysync.conversation.reply;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A school of talking that questions and exercises are taken from; those that we have nothing of
 * our own for go by the name of the one that is nearest to them.
 */
enum Approach {
  CBT(
      "cbt,tcc,kvt,cognit,cogniz,kognitiv,认 知,संज्ञान,معرفي",
      "thought_record,small_step,sleep,problem_solving"),
  DBT("dbt,dialect,dialekt,dialet,辩 证,جدلي", "grounding,breathing"),
  ACT("act,accept,acept,aceit,akzeptanz,接 纳,تقبل", "values,small_step,breathing"),
  MINDFULNESS(
      "mindful,meditat,achtsam,atencion plena,atencao plena,pleine conscience,compassion,cft,somatic,正 念,माइंडफुल",
      "breathing,grounding"),
  SOLUTION_FOCUSED(
      "solution,solucion,soluc,losung,coaching,brief,family system,systemi,sistemi,strength,焦 点",
      "problem_solving,small_step"),
  NARRATIVE("narrativ,叙 事", "values"),
  PERSON_CENTRED(
      "person,humanis,client,rogers,empath,psychodynam,psychoanaly,psicodin,psicoanal,integrativ,eclectic,holistic,motivation,existential,gestalt,emotion",
      "");

  private final String names;
  private final String exercises;

  Approach(String names, String exercises) {
    this.names = names;
    this.exercises = exercises;
  }

  /** The word that stands for it in texts. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its exercises, the most typical first. */
  List<String> exercises() {
    return list(exercises);
  }

  /** Reads the words that people write into profiles; empty for a school we don't know. */
  static Optional<Approach> of(String written) {
    String words = Wording.words(written);
    return Arrays.stream(values())
        .filter(approach -> list(approach.names).stream().anyMatch(name -> named(words, name)))
        .findFirst();
  }

  private static List<String> list(String written) {
    return written.isEmpty() ? List.of() : List.of(written.split(","));
  }

  private static boolean named(String words, String name) {
    return name.length() <= 3 ? words.contains(" " + name + " ") : words.contains(" " + name);
  }
}
