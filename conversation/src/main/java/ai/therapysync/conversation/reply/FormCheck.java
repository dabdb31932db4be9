package ai.therapysync.conversation.reply;

import java.util.List;
import java.util.regex.Pattern;

/** Finds in an answer the form of something else: data, a play with roles, a page, a stage. */
final class FormCheck {
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  private static final List<Pattern> FORMS =
      List.of(
          // Data: {"reply": ...}, [1, 2], "text": "..."
          Pattern.compile("^\\s*[\\[{]|[\\]}]\\s*$|[{,]\\s*[\"']?\\w+[\"']\\s*:|\"\\w+\"\\s*:"),
          // A role at the beginning of a line
          Pattern.compile(
              "^\\s*(?:\\W{0,3})(?:assistant|user|system|human|ai|bot|chatbot|companion|therapist"
                  + "|client|patient|person|you|me|asistente|usuari[oa]|sistema|humano|terapeuta|ia"
                  + "|assistente|usuário|paciente|utilisateur|utilisatrice|système|thérapeute|humain"
                  + "|assistant[e]?|assistent(?:in)?|nutzer(?:in)?|benutzer|mensch|ki|therapeut(?:in)?"
                  + "|助手|用户|系统|人类|机器人|सहायक|उपयोगकर्ता|सिस्टम|यूज़र|المساعد|المستخدم|النظام)"
                  + "\\s*[:：]",
              FLAGS | Pattern.MULTILINE),
          // Two lines or more that each begin with who says them
          Pattern.compile(
              "^\\s*(\\p{Lu}\\p{Ll}{1,14}):.*\\R(?:.*\\R)?\\s*(?!\\1)\\p{Lu}\\p{Ll}{1,14}:",
              Pattern.MULTILINE),
          // "Sure, here is a reply:", said to us and not to the person
          Pattern.compile(
              "^\\W*(?:(?:sure|certainly|of course|okay)\\W+)?(?:here(?:'s| is)|this is) (?:a|the|my|your)"
                  + " (?:\\w+ )?(?:reply|response|answer|draft|message|version)\\b[^.!?\\n]{0,40}:",
              FLAGS),
          // A heading, a table, a rule, a fence
          Pattern.compile(
              "^\\s*#{1,6}\\s*\\S|^\\s*\\|.*\\||\\|\\s*:?-{2,}|^\\s*(?:-{3,}|={3,}|\\*{3,})\\s*$|```|~~~",
              Pattern.MULTILINE),
          // What is played and not said: *smiles*, (sighs softly) alone on its line or first
          Pattern.compile(
              "(?<![\\w*])\\*[^*\\n]{2,60}\\*(?!\\w)|^\\s*[(\\[（][^)\\]）]{2,60}[)\\]）]", FLAGS),
          // Places that were to be filled in, tags, thoughts
          Pattern.compile("\\[[^\\]\\n]{2,40}]|\\{\\w+}|<[/|]?[a-z_]+[^>]{0,40}>", FLAGS));

  private FormCheck() {}

  /** Whether it is anything but plain words to a person. */
  static boolean isNoMessage(String answer) {
    return FORMS.stream().anyMatch(form -> form.matcher(answer).find());
  }
}
