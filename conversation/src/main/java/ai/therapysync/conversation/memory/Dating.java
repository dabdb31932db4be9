package ai.therapysync.conversation.memory;

import ai.therapysync.crisis.language.Language;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;

/**
 * Writes the day into what was told of a plan: "on Friday" means nothing any more two weeks later.
 */
public final class Dating {
  private static final String DAY = "{date}";

  private Dating() {}

  /** The memory as of that moment, in the memory's own language. */
  public static Memory dated(Memory memory, ZoneId zone, Instant now) {
    if (!memory.content().contains(DAY)) {
      return memory;
    }
    Language language =
        memory.tags().stream()
            .filter(tag -> tag.length() == 2)
            .map(Language::of)
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(Language.ENGLISH);
    ULocale locale = ULocale.forLocale(language.locale()).setKeywordValue("numbers", "latn");
    DateFormat format = DateFormat.getInstanceForSkeleton("MMMMd", locale);
    format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
    return new Memory(
        memory.type(),
        memory.title(),
        memory.content().replace(DAY, format.format(Date.from(now))),
        memory.tags(),
        memory.importance(),
        memory.feeling());
  }
}
