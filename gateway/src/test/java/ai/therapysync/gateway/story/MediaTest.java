package ai.therapysync.gateway.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.gateway.channel.meta.MetaDouble;
import ai.therapysync.gateway.channel.meta.MetaNotes;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pictures and voice notes are fetched, kept sealed for a while, and handed out with a trace. */
final class MediaTest {
  private static final String NUMBER = "+12025550141";

  private final MetaDouble meta = new MetaDouble();
  private final World world = World.brisk(meta.environment());
  private final MetaWire wire = new MetaWire(world);
  private final Someone maya = world.person("Maya", NUMBER).unhurried();
  private final Operator ada = Operator.of(world, "ada@desk.example", "support_admin");

  @AfterEach
  void close() {
    world.close();
    meta.close();
  }

  private static byte[] bytes(int many) {
    byte[] bytes = new byte[many];
    new Random(many).nextBytes(bytes);
    return bytes;
  }

  private String sends(String type, String contentType, String id) {
    String message = MetaWire.newId();
    String content = "{\"id\": \"%s\", \"mime_type\": \"%s\"}".formatted(id, contentType);
    wire.posts(MetaNotes.messages(MetaNotes.message(message, NUMBER.substring(1), type, content)));
    return message;
  }

  private void is(String state) {
    Await.until(
        "a medium that is " + state,
        () ->
            world
                .one("SELECT coalesce((SELECT state FROM gateway.media LIMIT 1), 'none')")
                .equals(state));
  }

  private String pieces() {
    return world.one("SELECT count(*) FROM gateway.media_pieces");
  }

  @Test
  void rule27AVoiceNoteIsFetchedWithTheTokenSealedAndHandedToAnOperatorWithALineOfTheLog()
      throws Exception {
    byte[] voice = bytes(700_000);
    meta.keeps("m-1", "audio/ogg", voice, 0);
    sends("audio", "audio/ogg; codecs=opus", "m-1");
    is("fetched");
    assertThat(pieces()).isEqualTo("3");
    Boolean readable =
        world
            .sql()
            .withHandle(handle ->
                handle
                    .createQuery(
                        "SELECT bool_or(position(:some IN content) > 0) FROM gateway.media_pieces")
                    .bind("some", Arrays.copyOf(voice, 32))
                    .mapTo(Boolean.class)
                    .one());
    assertThat(readable).as("sealed").isFalse();
    sends("image", "image/jpeg", "gone");
    Await.until(
        "one that is given up",
        () -> world.one("SELECT count(*) FROM gateway.media WHERE state = 'given_up'").equals("1"));
    try (Chromium chromium = Chromium.start()) {
      Page page = chromium.desktop();
      ada.knocks(page);
      page.navigate(world.url() + "/console/conversations/" + maya.id);
      assertThat(page.locator("#talk")).containsText("Picture: could not be fetched");
      var download =
          page.waitForDownload(
              () -> page.locator("a", new Page.LocatorOptions().setHasText("Voice note")).click());
      assertThat(download.suggestedFilename()).endsWith(".ogg");
      assertThat(Files.readAllBytes(download.path())).isEqualTo(voice);
      assertThat(
              world.one(
                  "SELECT count(*) FROM gateway.audit_log WHERE action = 'read' AND resource = 'media'"))
          .isEqualTo("1");
      for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        for (int width : new int[] {1400, 390}) {
          Page other = chromium.page(width, 900, colours);
          ada.knocks(other);
          other.navigate(world.url() + "/console/conversations/" + maya.id);
          ConsoleTest.isForEverybody(
              other, "talk-media", width + "-" + colours.name().toLowerCase(Locale.ROOT));
        }
      }
      assertThat(chromium.complaints).isEmpty();
    }
    String id = world.one("SELECT id::text FROM gateway.media WHERE state = 'fetched'");
    String path = "/console/conversations/" + maya.id + "/media/" + id;
    try (ConsoleWire desk = ConsoleWire.as(world, ada);
        ConsoleWire other =
            ConsoleWire.as(world, Operator.of(world, "con@desk.example", "content_admin"))) {
      var got = desk.get(path);
      assertThat(got.headers().firstValue("content-disposition").orElse(""))
          .startsWith("attachment");
      assertThat(got.headers().firstValue("content-type").orElse(""))
          .isEqualTo("application/octet-stream");
      assertThat(got.headers().firstValue("x-content-type-options")).contains("nosniff");
      assertThat(other.get(path).statusCode()).isEqualTo(404);
      Someone tom = world.person("Tom", "+12025550142");
      assertThat(desk.get("/console/conversations/" + tom.id + "/media/" + id).statusCode())
          .as("another person's")
          .isEqualTo(404);
    }
    world.clock.pass(Duration.ofDays(30).plusMinutes(1));
    Await.until("its time is over", () -> pieces().equals("0"));
  }

  @Test
  void aFailureIsTriedAgainLaterAndWhatIsTakenBackIsGone() {
    meta.keeps("m-1", "image/jpeg", bytes(1_000), 1);
    String message = sends("image", "image/jpeg", "m-1");
    Await.until(
        "a failure",
        () -> world.one("SELECT count(*) FROM gateway.media WHERE attempts = 1").equals("1"));
    world.clock.pass(Duration.ofSeconds(11));
    is("fetched");
    wire.posts(
        MetaNotes.messages(
            MetaNotes.message(
                MetaWire.newId(),
                NUMBER.substring(1),
                "revoke",
                "{\"original_message_id\": \"" + message + "\"}")));
    is("none");
    assertThat(pieces()).isEqualTo("0");
  }

  @Test
  void theArchiveHasTheFilesAndAnErasureTakesThem() throws Exception {
    byte[] picture = bytes(300_000);
    meta.keeps("m-1", "image/jpeg", picture, 0);
    sends("image", "image/jpeg", "m-1");
    is("fetched");
    byte[] archive = export();
    byte[] found = new byte[0];
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().startsWith("media/")) {
          found = zip.readAllBytes();
        }
      }
    }
    assertThat(found).isEqualTo(picture);
    Client.of(world, maya.id).delete("/users/" + maya.id);
    is("none");
    assertThat(pieces()).isEqualTo("0");
  }

  private byte[] export() throws Exception {
    String token = Client.token(maya.id, world.clock.instant().plusSeconds(600), Client.SECRET);
    HttpRequest request =
        HttpRequest.newBuilder(world.url().resolve("/api/v1/users/" + maya.id + "/export"))
            .header("Authorization", "Bearer " + token)
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    }
  }

  @Test
  void whatIsTooLargeOrSwitchedOffIsNotFetched() {
    meta.keeps("m-1", "video/mp4", new byte[16 * 1024 * 1024 + 1], 0);
    sends("video", "video/mp4", "m-1");
    is("given_up");
    assertThat(pieces()).isEqualTo("0");
    world.restart(Map.of("MEDIA_KEEP", "PT0S"));
    sends("image", "image/jpeg", "m-2");
    assertThat(world.one("SELECT count(*) FROM gateway.media")).isEqualTo("1");
  }

  @Test
  void rule14NobodyIsToldThatTheyAreReadOrThatWeWriteUnlessSwitchedOn() {
    wire.texts(NUMBER, "I can't sleep before my exam");
    Await.until("an answer", () -> !meta.calls().isEmpty());
    assertThat(meta.calls()).noneMatch(call -> call.body().has("status"));

    world.restart(Map.of("META_MARK_READ", "on", "META_TYPING", "on"));
    int before = meta.calls().size();
    wire.texts(NUMBER, "and now I worry about tomorrow");
    Await.until(
        "a receipt, a sign that we write, and an answer", () -> meta.calls().size() >= before + 3);
    var courtesies =
        meta.calls().stream()
            .filter(call -> call.body().path("status").asText().equals("read"))
            .toList();
    assertThat(courtesies).hasSize(2);
    assertThat(courtesies.stream().filter(call -> call.body().has("typing_indicator")).toList())
        .singleElement()
        .satisfies(
            call -> assertThat(call.body().path("message_id").asText()).startsWith("wamid."));

    world.run("INSERT INTO gateway.channel_switches (part, off_since) VALUES ('meta', now())");
    wire.texts(NUMBER, "one more thing");
    maya.receives(1);
    assertThat(meta.calls().stream().filter(call -> call.body().has("status")).toList())
        .as("nothing goes by what is switched off")
        .hasSize(2);
  }
}
