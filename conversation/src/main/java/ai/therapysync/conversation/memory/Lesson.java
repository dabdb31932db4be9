package ai.therapysync.conversation.memory;

import ai.therapysync.crisis.language.Language;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One kind of thing that is learned from what a person writes: a pattern and what to keep. */
record Lesson(
    String type, double importance, Pattern pattern, String title, String content, Language in) {
  /** In Chinese a character is a word. */
  private static final Pattern WORD = Pattern.compile("\\p{IsHan}|\\p{L}[\\p{L}\\p{M}']*");

  private static final Map<Language, Map<String, String>> TURNED =
      Map.of(
          Language.ENGLISH,
          Map.of(
              "my",
              "your",
              "me",
              "you",
              "i",
              "you",
              "mine",
              "yours",
              "myself",
              "yourself",
              "i'm",
              "you're",
              "am",
              "are",
              "our",
              "your",
              "we",
              "you"),
          Language.SPANISH,
          Map.of(
              "mi", "tu", "mis", "tus", "me", "te", "conmigo", "contigo", "mí", "ti", "nos", "os"),
          Language.GERMAN,
          Map.of(
              "mein", "dein", "meine", "deine", "meinen", "deinen", "meinem", "deinem", "meiner",
              "deiner", "meines", "deines", "mir", "dir", "mich", "dich", "ich", "du", "uns",
              "euch"),
          Language.CHINESE,
          Map.of("我", "你", "咱", "你"),
          Language.PORTUGUESE,
          Map.of(
              "meu",
              "seu",
              "minha",
              "sua",
              "meus",
              "seus",
              "minhas",
              "suas",
              "me",
              "se",
              "mim",
              "você",
              "comigo",
              "com você",
              "eu",
              "você"),
          Language.FRENCH,
          Map.of(
              "mon", "ton", "ma", "ta", "mes", "tes", "me", "te", "m'", "t'", "moi", "toi", "je",
              "tu"),
          Language.HINDI,
          Map.of(
              "मेरा", "आपका", "मेरी", "आपकी", "मेरे", "आपके", "मुझे", "आपको", "मैं", "आप", "मुझसे",
              "आपसे", "हमारा", "आपका", "हमारी", "आपकी", "हमारे", "आपके"),
          Language.ARABIC,
          arabic());

  /** "My" and the one who is mine are one word, alone or after "with". */
  private static Map<String, String> arabic() {
    return Stream.of(
            "أم", "ام", "أخت", "اخت", "والدت", "والد", "زوج", "زوجت", "جوز", "مرات", "ابن", "بنت",
            "ابنت", "صديق", "صديقت", "صاحب", "صاحبت", "مدير", "مديرت", "جدت", "خطيب", "خطيبت",
            "أهل", "اهل", "عائلت", "أولاد", "اولاد", "كلب", "قطت", "أخ", "اخ", "أب", "اب", "بيت",
            "شغل", "عمل")
        .flatMap(stem -> Stream.of(stem, "ب" + stem, "ل" + stem))
        .collect(Collectors.toMap(stem -> stem + "ي", stem -> stem + "ك"));
  }

  /** What the text teaches by this lesson. */
  Stream<Memory> learn(String text) {
    return pattern.matcher(text).results().map(found -> memory(filled(found)));
  }

  private Memory memory(List<String> groups) {
    String about = fill(title, groups);
    return new Memory(type, about, fill(content, groups), List.of(type, in.code()), importance);
  }

  private List<String> filled(MatchResult found) {
    return Stream.iterate(1, i -> i <= found.groupCount(), i -> i + 1)
        .map(i -> found.group(i) == null ? "" : turned(found.group(i).strip()))
        .toList();
  }

  private static String fill(String template, List<String> groups) {
    String filled = template;
    for (int i = 0; i < groups.size(); i++) {
      filled = filled.replace("{" + (i + 1) + "}", groups.get(i));
    }
    return filled;
  }

  /** "my dog" becomes "your dog": we say it to them. */
  private String turned(String words) {
    Map<String, String> pronouns = TURNED.getOrDefault(in, Map.of());
    return WORD.matcher(words)
        .replaceAll(word -> Matcher.quoteReplacement(turned(word.group(), pronouns)));
  }

  /** A pronoun may be one with its verb: "m'inscrire" becomes "t'inscrire". */
  private static String turned(String word, Map<String, String> pronouns) {
    String lower = word.toLowerCase(Locale.ROOT);
    int elided = lower.indexOf('\'') + 1;
    String beginning = pronouns.getOrDefault(lower.substring(0, elided), word.substring(0, elided));
    return pronouns.getOrDefault(lower, beginning + word.substring(elided));
  }
}
