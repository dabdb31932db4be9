package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.gateway.simulator.network.Fault;
import ai.therapysync.gateway.simulator.network.Media;
import ai.therapysync.gateway.simulator.network.SimulatedMessage;
import ai.therapysync.gateway.simulator.network.Status;
import ai.therapysync.gateway.simulator.network.Trouble;
import ai.therapysync.gateway.simulator.network.Troubles;
import ai.therapysync.gateway.simulator.network.WhatsappBy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The gateway and the simulated Meta, made apart from each other, agree. */
final class SimulatedMetaTest {
  private static final String NUMBER = "+12025550141";
  private static final String CRY = "I want to die. I am going to kill myself tonight";
  private static final String STATUS =
      "SELECT coalesce((SELECT delivery_status || ' ' || coalesce(error_message, '')"
          + " FROM whatsapp_messages WHERE sender_type = 'ai' LIMIT 1), 'none')";

  private final World world = World.withMeta(Map.of());

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aPhoneOnMetaIsAnsweredByMetaAndItsStatusesReachTheGateway() {
    Someone maya = onMeta(WhatsappBy.META);
    assertThat(maya.sends(ChannelName.WHATSAPP, "I can't sleep before my exam")).isEqualTo(200);
    Await.until("an answer", () -> answers(maya).size() == 1);
    assertThat(answers(maya).getFirst().line().provider()).isEqualTo(Provider.META);
    world.simulation.lookAt(NUMBER, ChannelName.WHATSAPP);
    Await.until("read", () -> world.one(STATUS).startsWith("read"));
    assertThat(world.one("SELECT string_agg(DISTINCT provider, ',') FROM gateway.status_reports"))
        .isEqualTo("meta");
  }

  @Test
  void rule28WhoHidesTheirNumberIsAnsweredOnTheirPhoneAllTheSame() {
    Someone maya = onMeta(WhatsappBy.META_WITHOUT_NUMBER);
    maya.sends(ChannelName.WHATSAPP, CRY);
    Await.until("the safe reply", () -> answers(maya).size() == 1);
    assertThat(maya.shows(ChannelName.WHATSAPP).getFirst()).contains("988");
    assertThat(answers(maya).getFirst().request().userId()).isPresent();
    assertThat(world.one("SELECT count(*) FROM crisis_interventions")).isEqualTo("0");
  }

  @Test
  void theOtherFaultsOfSendingAreUnderstood() {
    Someone maya = onMeta(WhatsappBy.META);
    for (Fault fault : List.of(Fault.THROTTLED, Fault.CROWDED)) {
      int before = answers(maya).size();
      world.simulation.network().troubles().begin(Trouble.next(1, fault).on(NUMBER));
      maya.sends(ChannelName.WHATSAPP, "and one thing more: " + fault);
      Await.until(
          "tried",
          () ->
              world
                  .one(
                      "SELECT count(*) FROM gateway.outbox WHERE state = 'waiting' AND attempts = 1")
                  .equals("1"));
      assertThat(answers(maya)).hasSize(before);
      world.clock.pass(Duration.ofSeconds(10));
      Await.until("an answer", () -> answers(maya).size() == before + 1);
    }
    assertThat(world.simulation.network().troubles().all()).isEmpty();
  }

  @Test
  void aReplyThatWasTakenThoughTheConnectionBrokeIsSettledByItsStatus() {
    Someone maya = onMeta(WhatsappBy.META);
    world.simulation.network().fault(NUMBER, Fault.CUT_OFF);
    maya.sends(ChannelName.WHATSAPP, "hello there");
    Await.until("known", () -> world.one(STATUS).startsWith("delivered"));
    assertThat(answers(maya)).hasSize(1);
    assertThat(maya.shows()).isEmpty();
  }

  @Test
  void statusesThatComeEarlyTwiceLateAndInTheWrongOrderMoveNothingBack() {
    Someone maya = onMeta(WhatsappBy.META);
    for (Fault fault :
        List.of(Fault.EARLY_STATUS, Fault.DUPLICATE_STATUS, Fault.OVERTAKEN_STATUS)) {
      world.simulation.network().troubles().begin(Trouble.chance(100, fault));
    }
    maya.sends(ChannelName.WHATSAPP, "hello there");
    Await.until(
        "all statuses", () -> world.one("SELECT count(*) FROM gateway.status_reports").equals("4"));
    assertThat(world.one(STATUS)).startsWith("delivered");
  }

  @ParameterizedTest
  @EnumSource(
      value = WhatsappBy.class,
      names = {"TWILIO", "META"})
  void aFailureThatOvertakesTheAnswerToItsSendingIsNotForgotten(WhatsappBy by) {
    Someone maya = onMeta(by);
    Troubles troubles = world.simulation.network().troubles();
    troubles.begin(Trouble.next(1, Fault.EARLY_STATUS));
    troubles.begin(Trouble.next(1, Fault.THROTTLED_LATER));
    maya.sends(ChannelName.WHATSAPP, "hello there");
    Await.until("failed", () -> answers(maya).size() == 1);
    Await.until(
        "no attempt is under way",
        () ->
            world
                .one(
                    "SELECT count(*) FROM gateway.crisis_tasks WHERE picked AND task_name = 'delivery'")
                .equals("0"));
    world.clock.pass(Duration.ofSeconds(10));
    Await.until("delivered", () -> world.one(STATUS).startsWith("delivered"));
    assertThat(answers(maya)).hasSize(2);
  }

  @Test
  void outsideTheWindowAnAnswerGoesBySms() {
    Someone maya = onMeta(WhatsappBy.META);
    world.simulation.network().fault(NUMBER, Fault.WINDOW_CLOSED);
    maya.sends(ChannelName.WHATSAPP, "are you still there?");
    maya.receives(1);
    assertThat(answers(maya).getFirst().trail().error()).hasValue(131047);
  }

  @Test
  void rule27AVoiceNoteIsFetchedWithTheTokenForFiveMinutes() throws Exception {
    onMeta(WhatsappBy.META);
    world
        .simulation
        .text(
            NUMBER, ChannelName.WHATSAPP, "", List.of(new Media("voice", "audio/ogg; codecs=opus")))
        .answer()
        .join();
    String link =
        get(world.simulation.apiBase() + "/v23.0/2000000000000001", true)
            .body()
            .replaceFirst("(?s).*\"url\":\"([^\"]+)\".*", "$1");
    assertThat(get(link, true).headers().firstValue("Content-Type").orElse(""))
        .startsWith("audio/ogg");
    assertThat(get(link, false).statusCode()).isEqualTo(401);
    world.clock.pass(Duration.ofMinutes(6));
    assertThat(get(link, true).statusCode()).isEqualTo(404);
  }

  @Test
  void rule22WhatTheGatewayCouldNotStoreComesAgainUntilItCan() {
    Someone maya = onMeta(WhatsappBy.META);
    world.stop();
    assertThat(maya.sends(ChannelName.WHATSAPP, "is anybody there?")).isEqualTo(0);
    world.restart();
    world.clock.pass(Duration.ofMinutes(1));
    Await.until("an answer", () -> answers(maya).size() == 1);
  }

  private Someone onMeta(WhatsappBy by) {
    world.simulation.network().whatsappBy(NUMBER, by);
    return world.person("Maya", NUMBER).unhurried();
  }

  private static List<SimulatedMessage> answers(Someone person) {
    return person.world.simulation.network().on(NUMBER, ChannelName.WHATSAPP).stream()
        .filter(message -> !message.fromPhone() && message.status() != Status.QUEUED)
        .toList();
  }

  private HttpResponse<String> get(String address, boolean withToken) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
    if (withToken) {
      request.header("Authorization", "Bearer " + world.simulation.metaAccount().accessToken());
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
