package ai.therapysync.conversation.practice.checkin;

import ai.therapysync.conversation.hours.BusinessHours;
import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.CheckInChange;
import ai.therapysync.conversation.occasion.Commands;
import ai.therapysync.conversation.occasion.Commands.Command;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.Skill;
import ai.therapysync.conversation.occasion.Step;
import ai.therapysync.conversation.occasion.YesNo;
import ai.therapysync.crisis.language.Phrasebook;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Switches the daily question on and off, as people ask for it. */
public final class CheckInSkill implements Skill {
  private static final String NAME = "check_in";

  /** The question at which time it shall come. */
  private static final String TIME = "check_in_time";

  private static final int LONGEST_ANSWER = 40;

  private final Phrasebook texts = Phrasebook.load(CheckIns.class, "checkin");
  private final Commands commands = Commands.load(CheckInSkill.class, "commands");
  private final TimeReader times = new TimeReader();
  private final YesNo yesNo = new YesNo();

  @Override
  public Optional<Step> take(Occasion occasion) {
    return commands
        .find(occasion.words(), occasion.language())
        .flatMap(command -> obey(occasion, command))
        .or(() -> answer(occasion));
  }

  private Optional<Step> answer(Occasion occasion) {
    if (occasion.asked(TIME).isEmpty() || occasion.words().length() > LONGEST_ANSWER) {
      return Optional.empty();
    }
    boolean no = yesNo.read(occasion.words(), occasion.language()).filter(yes -> !yes).isPresent();
    return no
        ? Optional.of(says(occasion, "left", Map.of()))
        : times.read(occasion.words(), occasion.language()).map(at -> on(occasion, at));
  }

  private Optional<Step> obey(Occasion occasion, Command command) {
    return switch (command.name()) {
      case "off" -> Optional.of(off(occasion));
      case "when" -> Optional.of(when(occasion).askingAgain(occasion));
      case "on" -> Optional.of(ask(occasion, "ask_time", Map.of()));
      case "at" ->
          Optional.of(
              command
                  .group(1)
                  .flatMap(time -> times.read(time, occasion.language()))
                  .map(at -> on(occasion, at))
                  .orElseGet(() -> ask(occasion, "ask_time", Map.of())));
      default -> Optional.empty();
    };
  }

  private Step on(Occasion occasion, LocalTime at) {
    ZoneId zone = occasion.person().zone();
    Instant next = CheckIns.next(at, zone, occasion.now());
    BusinessHours hours = occasion.person().settings().hours();
    if (!hours.isOpen(next)) {
      return closed(occasion, hours);
    }
    return says(occasion, "on", Map.of("time", shown(occasion, at)))
        .changing(List.of(new CheckInChange.On(at, next)));
  }

  /** Their hours are told in their own zone, as the times that they choose are. */
  private Step closed(Occasion occasion, BusinessHours hours) {
    BusinessHours.Range range = hours.range().orElseThrow();
    return ask(
        occasion,
        "closed",
        Map.of(
            "from", shown(occasion, local(occasion, range.start(), hours.zone())),
            "to", shown(occasion, local(occasion, range.end(), hours.zone()))));
  }

  private static LocalTime local(Occasion occasion, LocalTime time, ZoneId zone) {
    return occasion
        .now()
        .atZone(zone)
        .with(time)
        .withZoneSameInstant(occasion.person().zone())
        .toLocalTime();
  }

  private Step off(Occasion occasion) {
    String key = occasion.work().checkIn().isPresent() ? "off" : "off.never";
    return says(occasion, key, Map.of()).changing(List.of(new CheckInChange.Off()));
  }

  private Step when(Occasion occasion) {
    return occasion
        .work()
        .checkIn()
        .map(at -> says(occasion, "when", Map.of("time", shown(occasion, at))))
        .orElseGet(() -> says(occasion, "when.never", Map.of()));
  }

  private Step ask(Occasion occasion, String key, Map<String, String> values) {
    return says(occasion, key, values).asking(new Asked(TIME, Map.of(), false, occasion.now()));
  }

  private Step says(Occasion occasion, String key, Map<String, String> values) {
    return Step.says(NAME, texts.say(occasion.language(), key, values));
  }

  private static String shown(Occasion occasion, LocalTime time) {
    ULocale locale =
        ULocale.forLocale(occasion.language().locale()).setKeywordValue("numbers", "latn");
    DateFormat format = DateFormat.getInstanceForSkeleton("jm", locale);
    format.setTimeZone(TimeZone.GMT_ZONE);
    return format.format(Date.from(Instant.EPOCH.plusSeconds(time.toSecondOfDay())));
  }
}
