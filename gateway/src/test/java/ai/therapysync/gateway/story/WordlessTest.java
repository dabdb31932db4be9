package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.gateway.channel.meta.MetaDouble;
import ai.therapysync.gateway.channel.meta.MetaNotes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a person sends without a word, or with a word beside it. */
final class WordlessTest {
  private static final String NUMBER = "+12025550141";
  private static final String CRY = "I am going to kill myself tonight";

  private final MetaDouble meta = new MetaDouble();
  private final World world = World.brisk(meta.environment());
  private final MetaWire wire = new MetaWire(world);
  private final Someone maya = world.person("Maya", NUMBER).unhurried();

  @AfterEach
  void close() {
    world.close();
    meta.close();
  }

  private void sends(String type, String content) {
    String message = MetaNotes.message(MetaWire.newId(), NUMBER.substring(1), type, content);
    assertThat(wire.posts(MetaNotes.messages(message))).isEqualTo(200);
  }

  private String answer(int which) {
    Await.until("answer " + which, () -> meta.calls().size() >= which);
    return meta.calls().get(which - 1).text();
  }

  private String alarms() {
    return world.one("SELECT count(*) FROM gateway.operator_alerts WHERE reason = 'unheard'");
  }

  @Test
  void rule24WhatHasNoWordsGetsOneKindSentenceThatAsksForThem() {
    Map<String, String> asks = new LinkedHashMap<>();
    asks.put("audio", "voice notes");
    asks.put("image", "picture");
    asks.put("video", "video");
    asks.put("document", "document");
    asks.put("sticker", "sticker");
    int answers = 0;
    for (Map.Entry<String, String> ask : asks.entrySet()) {
      sends(ask.getKey(), "{\"id\": \"m-1\", \"mime_type\": \"any/thing\"}");
      assertThat(answer(++answers))
          .containsIgnoringCase(ask.getValue())
          .contains("?")
          .as("nothing else is asked")
          .doesNotContain("mood");
    }
    sends("contacts", "[{\"name\": {\"formatted_name\": \"Tom\"}}]");
    assertThat(answer(++answers)).contains("?");
    sends("reaction", "{\"message_id\": \"wamid.1\", \"emoji\": \"❤\"}");
    sends("text", "{\"body\": \"hello again\"}");
    answer(++answers);
    assertThat(meta.calls()).as("rule24: a reaction costs no answer").hasSize(answers);
  }

  @Test
  void rule24ACaptionIsAnsweredAndScreenedAsWords() {
    sends(
        "image", "{\"id\": \"m-1\", \"mime_type\": \"image/jpeg\", \"caption\": \"" + CRY + "\"}");
    assertThat(maya.incident("status")).isEqualTo("unanswered");
    assertThat(answer(1)).contains("988").doesNotContain("picture");
  }

  @Test
  void aVoiceNoteInAnIncidentIsToldToOperatorsOnceAndTheirAnswerAsksForWords() {
    sends("text", "{\"body\": \"" + CRY + "\"}");
    answer(1);
    sends("audio", "{\"id\": \"m-1\", \"mime_type\": \"audio/ogg; codecs=opus\"}");
    assertThat(answer(2)).startsWith("I can't listen to voice notes").contains("911");
    assertThat(alarms()).isEqualTo("1");
    sends("audio", "{\"id\": \"m-2\", \"mime_type\": \"audio/ogg; codecs=opus\"}");
    assertThat(answer(3)).startsWith("I can't listen to voice notes");
    assertThat(alarms()).as("several in a row are one alarm").isEqualTo("1");
    assertThat(
            world.one("SELECT count(*) FROM gateway.incident_events WHERE what = 'unheard_sent'"))
        .isEqualTo("2");
  }
}
