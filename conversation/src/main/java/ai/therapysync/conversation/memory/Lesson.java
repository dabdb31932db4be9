package ai.therapysync.conversation.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One kind of thing that is learned from what a person writes: a pattern and what to keep.
 *
 * @param about what it is about, as a template: a new memory about the same takes the old one's
 *     place
 */
record Lesson(
    String type,
    double importance,
    Optional<String> about,
    Pattern pattern,
    String title,
    String content) {

  /** What the sentence teaches by this lesson. */
  Stream<Memory> learn(String sentence, Schooling schooling) {
    return pattern.matcher(sentence).results().map(found -> memory(found, schooling));
  }

  private Memory memory(MatchResult found, Schooling schooling) {
    List<String> said = groups(found);
    List<String> turned = said.stream().map(schooling::turned).toList();
    List<String> tags = new ArrayList<>(List.of(type, schooling.code()));
    about.map(subject -> schooling.subject(plain(fill(subject, said)))).ifPresent(tags::add);
    return new Memory(type, fill(title, turned), fill(content, turned), tags, importance);
  }

  private static List<String> groups(MatchResult found) {
    return Stream.iterate(1, i -> i <= found.groupCount(), i -> i + 1)
        .map(i -> found.group(i) == null ? "" : found.group(i).strip())
        .toList();
  }

  private static String fill(String template, List<String> groups) {
    String filled = template;
    for (int i = 0; i < groups.size(); i++) {
      filled = filled.replace("{" + (i + 1) + "}", groups.get(i));
    }
    return filled.replaceAll("\\(\\s*\\)", "").replaceAll("\\s+", " ").strip();
  }

  private static String plain(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
  }
}
