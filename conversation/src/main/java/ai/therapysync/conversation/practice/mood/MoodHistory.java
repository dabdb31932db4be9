package ai.therapysync.conversation.practice.mood;

import ai.therapysync.conversation.occasion.MoodEntry;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.crisis.language.Phrasebook;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells a person the moods that they have noted. */
final class MoodHistory {
  private static final int SHOWN = 7;

  private final Phrasebook texts;

  MoodHistory(Phrasebook texts) {
    this.texts = texts;
  }

  String tell(Occasion occasion) {
    List<MoodEntry> moods = occasion.work().moods().stream().limit(SHOWN).toList().reversed();
    if (moods.isEmpty()) {
      return texts.say(occasion.language(), "history.none");
    }
    ULocale locale =
        ULocale.forLocale(occasion.language().locale()).setKeywordValue("numbers", "latn");
    DateFormat day = DateFormat.getInstanceForSkeleton("EEEd", locale);
    day.setTimeZone(TimeZone.getTimeZone(occasion.person().zone().getId()));
    String list =
        moods.stream()
            .map(entry -> day.format(Date.from(entry.at())) + ": " + entry.mood())
            .collect(Collectors.joining("\n"));
    return texts.say(occasion.language(), "history.list", Map.of("list", list));
  }
}
