package ai.therapysync.conversation.practice.voice;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.Climate;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.PersonChange;
import ai.therapysync.conversation.occasion.Step;
import ai.therapysync.conversation.occasion.Work;
import ai.therapysync.conversation.person.Culture;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.conversation.person.Personality;
import ai.therapysync.conversation.person.Settings;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.PersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A language is offered, taken by a yes in either language, or simply gone on in. */
class LanguageSkillTest {
  private static final Instant NOW = Instant.parse("2026-03-02T18:00:00Z");
  private static final Optional<Asked> OFFERED =
      Optional.of(new Asked("language", Map.of("language", "zh"), false, NOW));

  private final LanguageSkill skill = new LanguageSkill();

  @Test
  void chineseIsNoticedThoughItHasNoSpaces() {
    assertThat(skill.add(occasion("我今天很累，睡不着，不知道怎么办", Optional.empty())))
        .hasValueSatisfying(
            step -> assertThat(LanguageSkill.offered(step)).contains(Language.CHINESE));
    assertThat(skill.add(occasion("你好", Optional.empty()))).isEmpty();
  }

  @Test
  void aYesInEitherLanguageChangesIt() {
    assertThat(skill.take(occasion("好", OFFERED))).hasValueSatisfying(this::speaksChinese);
    assertThat(skill.take(occasion("yes", OFFERED))).hasValueSatisfying(this::speaksChinese);
  }

  @Test
  void whoGoesOnInItIsAnsweredInIt() {
    assertThat(skill.take(occasion("工作压力太大了，老板天天骂人", OFFERED)))
        .hasValueSatisfying(step -> {
          assertThat(step.isSilent()).isTrue();
          speaksChinese(step);
        });
    assertThat(skill.take(occasion("my boss shouts at me", OFFERED))).isEmpty();
  }

  private void speaksChinese(Step step) {
    assertThat(step.changes()).contains(new PersonChange.LanguageChosen(Language.CHINESE));
  }

  private static Occasion occasion(String words, Optional<Asked> asked) {
    Person maya =
        new Person(
            new PersonId(new UUID(0, 1)),
            "Maya",
            Language.ENGLISH,
            "US",
            ZoneOffset.UTC,
            Settings.standard(),
            Personality.standard(),
            Culture.standard());
    return new Occasion(maya, words, asked, Work.nothing(), Climate.clear(), NOW);
  }
}
