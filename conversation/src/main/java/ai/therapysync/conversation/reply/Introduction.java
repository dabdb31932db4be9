package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.person.Person;
import ai.therapysync.crisis.language.Phrasebook;
import ai.therapysync.crisis.risk.Utterance.Speaker;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Says who is speaking: an AI, by the name of its voice, in the person's language. */
public final class Introduction {
  /** What has happened when a person was told; it is said again while they talk on. */
  public static final String DISCLOSED = "disclosed";

  /** How words begin by which somebody says that they are a professional, as texts are compared. */
  private static final List<String> CLAIMS =
      List.of(
          """
          dr,doctor,doctora,therap,terap,psych,psic,counsel,doutor,docteur,medic,medec,psy,conselh,\
          conseil,arzt,医 生,大 夫,治 疗 师,咨 询 师,心 理,डॉ,चिकित्सक,थेरेपिस्ट,मनोवैज्ञानिक,मनोचिकित्सक,\
          काउंसलर,د ,دكتور,طبيب,معالج,اخصايي,مستشار\
          """
              .split(","));

  private static final int LONGEST_NAME = 40;

  /** How an AI says of itself that it is one, in the languages that we speak. */
  private static final Pattern SAYS_SO =
      Pattern.compile(
          "\\bI(?:['\u2019]m| am)(?: only| just| really)?(?: \\p{L}[^.!?,]{0,30},)? an AI\\b"
              + "|\\bas an AI\\b|\\bAI companion\\b"
              + "|\\bsoy(?: s[oó]lo| \\p{L}[^.!?,]{0,30},)? una? (?:\\p{L}+ de )?(?:IA|inteligencia artificial)\\b"
              + "|\\bsou(?: s[oó]| apenas| \\p{L}[^.!?,]{0,30},)? uma? (?:\\p{L}+ de )?(?:IA|inteligência artificial)\\b"
              + "|\\bje (?:ne )?suis(?: \\p{L}[^.!?,]{0,30},)? une? (?:\\p{L}+ )?(?:IA|intelligence artificielle)\\b"
              + "|\\bich bin(?: nur| \\p{L}[^.!?,]{0,30},)? eine? KI\\b|\\bKI-Begleiter\\b"
              + "|我是[^。！？，,]{0,20}[，,]?(?:是)?(?:一个|一名)?(?:AI|人工智能)"
              + "|मैं [^।!?]{0,40}(?:एआई|AI) साथी"
              + "|أنا [^.!؟]{0,40}بالذكاء الاصطناعي",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private final Phrasebook texts = Phrasebook.load(OfflineCompanion.class, "companion");

  /** The text, with our own sentence about who is speaking before it where it is due and lacks. */
  public String before(String text, ReplyRequest request) {
    if (!request.introduce() || SAYS_SO.matcher(text).find()) {
      return text;
    }
    return Wording.join(List.of(sentence(request), text));
  }

  /** Who is speaking; in other words where it was said before. */
  String sentence(ReplyRequest request) {
    boolean again =
        request.history().stream().anyMatch(utterance -> utterance.speaker() == Speaker.GATEWAY);
    Person person = request.person();
    String name = person.personality().name().strip();
    if (!usable(name)) {
      return texts.say(person.language(), "introduce.anonymous.1");
    }
    boolean other = again && texts.has(person.language(), "introduce.2");
    return texts.say(
        person.language(), other ? "introduce.2" : "introduce.1", Map.of("name", name));
  }

  /** Whether these words say that somebody is a professional. */
  static boolean claimsProfession(String text) {
    String words = Wording.words(text);
    return CLAIMS.stream().anyMatch(claim -> words.contains(" " + claim));
  }

  /** A name must not claim a profession that a program can't have. */
  static boolean usable(String name) {
    return !name.isEmpty() && name.length() <= LONGEST_NAME && !claimsProfession(name);
  }
}
