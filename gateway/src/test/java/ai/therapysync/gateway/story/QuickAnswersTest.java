package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.gateway.channel.meta.MetaDouble;
import ai.therapysync.gateway.channel.meta.MetaNotes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that are tapped on WhatsApp, and numbered by SMS, mean what would have been typed. */
final class QuickAnswersTest {
  private static final String NUMBER = "+12025550141";

  private MetaDouble meta;
  private World world;
  private MetaWire wire;

  @BeforeEach
  void open() {
    meta = new MetaDouble();
    world = World.brisk(meta.environment());
    wire = new MetaWire(world);
  }

  @AfterEach
  void close() {
    world.close();
    meta.close();
  }

  @Test
  void aQuestionnaireIsTappedThroughOverARestartAndAnOldButtonAnswersNothing() {
    open("Maya");
    wire.texts(NUMBER, "GAD-7");
    MetaDouble.Call first = said(1);
    assertThat(first.interactive().path("type").asText()).isEqualTo("list");
    assertThat(first.text()).contains("1/7").doesNotContain("0 not at all");
    assertThat(first.titles())
        .containsExactly(
            "not at all", "several days", "more than half the days", "nearly every day");
    taps(first, 3);
    MetaDouble.Call second = said(2);
    assertThat(second.text()).contains("2/7");
    world.restart();
    // The first question's button once more, while the second is still on its way: no answer to it.
    String onItsWay = world.one("SELECT id FROM gateway.outbox ORDER BY seq DESC LIMIT 1");
    world.run("UPDATE gateway.outbox SET state = 'waiting' WHERE id = '" + onItsWay + "'");
    taps(first, 0);
    world.run("UPDATE gateway.outbox SET state = 'accepted' WHERE id = '" + onItsWay + "'");
    assertThat(said(3).text()).contains("earlier question");
    taps(second, 1);
    assertThat(said(4).text()).contains("3/7");
    wire.texts(NUMBER, "2");
    assertThat(said(5).text()).contains("4/7");
    wire.texts(NUMBER, "Nearly every day!");
    MetaDouble.Call fifth = said(6);
    assertThat(fifth.text()).contains("5/7");
    assertThat(world.one("SELECT details ->> 'answers' FROM gateway.asked")).isEqualTo("3,1,2,3");
    assertThat(
            world.one(
                "SELECT string_agg(content, '|' ORDER BY \"timestamp\", id) FROM whatsapp_messages"
                    + " WHERE sender_type = 'user' AND message_type = 'list'"))
        .isEqualTo("nearly every day|not at all|several days");
    // Other talk in between closes nothing: its button still counts.
    wire.texts(NUMBER, "my sister is visiting this weekend and I look forward to it");
    said(7);
    taps(fifth, 0);
    assertThat(said(8).text()).contains("6/7");
  }

  @Test
  void yesterdaysMoodIsNotTodays() {
    world.person("Maya", NUMBER).unhurried();
    wire.texts(NUMBER, "hello there");
    MetaDouble.Call yesterday = said(1);
    assertThat(yesterday.titles()).hasSize(10);
    world.clock.pass(Duration.ofHours(23));
    wire.texts(NUMBER, "hello again");
    MetaDouble.Call today = said(2);
    assertThat(today.titles()).hasSize(10);
    taps(yesterday, 0);
    assertThat(said(3).text()).contains("earlier question");
    assertThat(world.one("SELECT count(*) FROM mood_entries")).isEqualTo("0");
    taps(today, 6);
    assertThat(said(4).text()).contains("7");
    assertThat(world.one("SELECT mood FROM mood_entries")).isEqualTo("7");
  }

  @Test
  void bySmsTheAnswersAreNumberedAndAFigureMeansTheSame() {
    Someone maya = open("Maya");
    maya.texts("forget everything that you know about me");
    assertThat(maya.receives(1)).endsWith("\n1 Yes\n2 No");
    maya.texts("2");
    assertThat(maya.receives(2)).contains("keep everything");
    maya.texts("forget everything");
    assertThat(maya.receives(3)).endsWith("\n1 Yes\n2 No");
    maya.texts("1");
    assertThat(maya.receives(4)).contains("remember nothing");
    assertThat(
            world.one(
                "SELECT count(*) FROM whatsapp_messages"
                    + " WHERE content LIKE '%' || chr(10) || '1 Yes' || chr(10) || '2 No'"))
        .isEqualTo("2");
  }

  @Test
  void whoTapsThatTheyNeedHelpIsInDangerAndAnOldImSafeSaysNothing() {
    Someone maya = world.person("Maya", NUMBER);
    Contact tom = world.contact(maya, "Tom", "+12025550151", "tom@example.org");
    wire.texts(NUMBER, "HELP");
    MetaDouble.Call asked = said(1);
    assertThat(asked.titles()).containsExactly("I'm safe", "I need help");
    assertThat(maya.incident("status")).isEqualTo("none");
    taps(asked, 1);
    MetaDouble.Call safeReply = said(2);
    assertThat(safeReply.text()).contains("988");
    assertThat(safeReply.titles()).containsExactly("I'm safe", "I need help");
    tom.isPaged();
    assertThat(world.one("SELECT count(*) FROM crisis_assessments WHERE level = 'high'"))
        .isEqualTo("1");
    // Tapped late, a cry for help is one all the same; a reassurance is none.
    taps(asked, 0);
    assertThat(said(3).text()).contains("safe");
    taps(asked, 1);
    said(4);
    assertThat(
            world.one("SELECT string_agg(level, ' ' ORDER BY created_at) FROM crisis_assessments"))
        .isEqualTo("concern high concern");
  }

  @Test
  void aStrangerJoinsByTappingAndAnOldYesIsNoName() {
    Map<String, String> environment = new HashMap<>(meta.environment());
    environment.put("GATEWAY_ONBOARDING", "open");
    world.close();
    world = World.brisk(environment);
    wire = new MetaWire(world);
    wire.texts(NUMBER, "hi");
    MetaDouble.Call consent = said(1);
    assertThat(consent.titles()).containsExactly("Yes", "No");
    taps(consent, 0);
    assertThat(said(2).text()).contains("first name");
    taps(consent, 0);
    assertThat(said(3).text()).contains("What may I call you");
    wire.texts(NUMBER, "Maya");
    assertThat(said(4).text()).contains("How old");
    wire.texts(NUMBER, "34");
    MetaDouble.Call contact = said(5);
    assertThat(contact.titles()).containsExactly("Yes", "Later");
    taps(contact, 0);
    assertThat(said(6).text()).contains("name of the person");
  }

  /** A template's button carries what its maker wrote; by Twilio that is all there is. */
  @Test
  void whatTwilioSaysOfAButtonMeansTheSame() {
    Someone maya = world.person("Maya", NUMBER).unhurried();
    maya.texts("GAD-7");
    assertThat(maya.receives(1)).endsWith("\n3 nearly every day");
    tapsByTwilio("Nearly every day", "ButtonText", "ButtonPayload", "gad7_3");
    assertThat(maya.receives(2)).contains("2/7");
    tapsByTwilio("Not so often", "ListTitle", "ListId", "1");
    assertThat(maya.receives(3)).contains("3/7");
    assertThat(world.one("SELECT details ->> 'answers' FROM gateway.asked")).isEqualTo("3,1");
  }

  /** Somebody whose words are kept in clear. */
  private Someone open(String name) {
    return world
        .person(name, NUMBER)
        .configured("response_delay_seconds, message_encryption_enabled", "0, false");
  }

  private void tapsByTwilio(String words, String title, String name, String id) {
    Map<String, String> form = Wire.sms(Wire.newId(), NUMBER, words);
    form.put(title, words);
    form.put(name, id);
    assertThat(new Wire(world).message(form).statusCode()).isEqualTo(200);
  }

  private MetaDouble.Call said(int number) {
    Await.until("message " + number, () -> meta.calls().size() >= number);
    return meta.calls().get(number - 1);
  }

  /** As WhatsApp does it: id and title come back. */
  private void taps(MetaDouble.Call question, int choice) {
    boolean list = question.interactive().path("type").asText().equals("list");
    String kind = list ? "list_reply" : "button_reply";
    List<String> titles = question.titles();
    String content =
        "{\"type\": \"%s\", \"%s\": {\"id\": \"%s\", \"title\": \"%s\"}}"
            .formatted(kind, kind, question.choices().get(choice), titles.get(choice));
    wire.posts(
        MetaNotes.messages(
            MetaNotes.message(MetaWire.newId(), "12025550141", "interactive", content)));
  }
}
