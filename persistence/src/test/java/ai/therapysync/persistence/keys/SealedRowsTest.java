package ai.therapysync.persistence.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.therapysync.persistence.TestDatabase;
import ai.therapysync.persistence.sealing.DataKey;
import ai.therapysync.persistence.sealing.Keyset;
import ai.therapysync.persistence.sealing.MacKey;
import ai.therapysync.persistence.sealing.SealBroken;
import ai.therapysync.persistence.sealing.SealMark;
import ai.therapysync.persistence.sealing.Sealer;
import ai.therapysync.persistence.views.Secrets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A key takes another's place while messages are sealed and read. */
class SealedRowsTest {
  private final TestDatabase test = TestDatabase.fresh();
  private final Jdbi jdbi = test.database().jdbi();
  private final Keyset old = Keyset.create();
  private final Keyset added = old.withNewKey();
  private final Keyset promoted = added.withNewestSealing();
  private final Keyset renewed = promoted.withoutOldKeys();
  private final UUID maya = UUID.randomUUID();

  @AfterEach
  void drop() {
    test.close();
  }

  private String keyOf(UUID person, Sealer sealer) {
    String wrapped = sealer.wrap(sealer.newDataKey(), person);
    jdbi.useHandle(handle ->
        handle.execute(
            "INSERT INTO gateway.data_keys (user_id, sealed_key) VALUES (?, ?)", person, wrapped));
    return wrapped;
  }

  private UUID inbound(Sealer sealer, String words) {
    UUID id = UUID.randomUUID();
    jdbi.useHandle(handle ->
        handle.execute(
            "INSERT INTO gateway.inbound (id, provider, provider_message_id, channel, address,"
                + " sender, message_type, content, received_at)"
                + " VALUES (?, 'twilio', ?, 'sms', '+1', '+2', 'text', ?, now())",
            id,
            id.toString(),
            sealer.sealOwn(words, id)));
    return id;
  }

  private String content(UUID inbound) {
    return test.value("SELECT content FROM gateway.inbound WHERE id = '" + inbound + "'");
  }

  private String wrapped(UUID person) {
    return test.value("SELECT sealed_key FROM gateway.data_keys WHERE user_id = '" + person + "'");
  }

  @Test
  void theStagesOfAKeysetFollowEachOther() {
    assertThat(List.of(old.stage(), added.stage(), promoted.stage(), renewed.stage()))
        .containsExactly(
            Keyset.Stage.ONE_KEY,
            Keyset.Stage.NEWEST_WAITS,
            Keyset.Stage.OLD_KEYS_LEFT,
            Keyset.Stage.ONE_KEY);
    assertThat(added.primary()).isEqualTo(old.primary());
    assertThat(promoted.primary()).isEqualTo(added.newest()).isNotEqualTo(old.primary());
    assertThat(renewed.ids()).containsExactly(promoted.primary());
    assertThat(Keyset.parse(promoted.json()).stage()).isEqualTo(Keyset.Stage.OLD_KEYS_LEFT);
  }

  @Test
  void whoseSealItIsCanBeToldFromItsBeginning() {
    for (int i = 0; i < 50; i++) {
      Keyset keyset = Keyset.create();
      String sealed = new Sealer(keyset).sealOwn("hello", maya);
      String mark = sealed.substring(0, SealMark.LENGTH);
      assertThat(SealMark.keyId(sealed)).contains(keyset.primary());
      assertThat(SealMark.of(keyset.primary())).contains(mark);
      assertThat(SealMark.of(old.primary())).doesNotContain(mark);
    }
    for (String none : List.of("", "hello there, you", "sealed:v1:", "sealed:v1:!!!!!!!!!")) {
      assertThat(SealMark.keyId(none)).isEmpty();
    }
  }

  @Test
  void atEveryStepEachNodeOpensWhatTheOthersSeal() {
    Sealer late = new Sealer(added);
    Sealer early = new Sealer(promoted);
    DataKey key = early.newDataKey();
    String bySecond = early.wrap(key, maya);
    String byFirst = late.wrap(key, maya);
    String words = early.seal(key, "hello", maya);

    assertThat(late.open(late.unwrap(bySecond, maya), words, maya)).isEqualTo("hello");
    assertThat(early.open(early.unwrap(byFirst, maya), words, maya)).isEqualTo("hello");
    Sealer stale = new Sealer(old);
    assertThatThrownBy(() -> stale.unwrap(bySecond, maya)).isInstanceOf(SealBroken.class);
    stale.use(promoted);
    assertThat(stale.open(stale.unwrap(bySecond, maya), words, maya)).isEqualTo("hello");
  }

  @Test
  void everythingIsSealedAnewAndOpensWithoutTheOldKey() {
    Sealer before = new Sealer(old);
    keyOf(maya, before);
    MacKey codes = new Secrets(jdbi, before).macKey("codes");
    UUID message = inbound(before, "I slept badly");
    DataKey key = before.unwrap(wrapped(maya), maya);
    String words = before.seal(key, "hello", message);
    SealedRows rows = new SealedRows(jdbi, new Sealer(promoted));

    assertThat(rows.count()).isEqualTo(Map.of(old.primary(), 3L));
    assertThat(rows.sealAnew()).isEqualTo(new SealedRows.Round(3, 0));
    assertThat(rows.count()).isEqualTo(Map.of(promoted.primary(), 3L));
    assertThat(rows.sealAnew()).isEqualTo(new SealedRows.Round(0, 0));

    Sealer after = new Sealer(renewed);
    assertThat(after.openOwn(content(message), message)).isEqualTo("I slept badly");
    assertThat(after.open(after.unwrap(wrapped(maya), maya), words, message)).isEqualTo("hello");
    assertThat(new Secrets(jdbi, after).macKey("codes").mac("1")).isEqualTo(codes.mac("1"));
  }

  @Test
  void moreThanABatchGoesAndWhatNoKeyOpensStaysAndIsCounted() {
    Sealer before = new Sealer(old);
    for (int i = 0; i < 450; i++) {
      keyOf(UUID.randomUUID(), before);
    }
    UUID typed = inbound(before, "x");
    test.run("UPDATE gateway.inbound SET content = 'sealed:v1:typed by hand'");
    UUID lost = inbound(new Sealer(Keyset.create()), "x");
    String kept = content(lost);

    assertThat(new SealedRows(jdbi, new Sealer(promoted)).sealAnew())
        .isEqualTo(new SealedRows.Round(450, 2));
    assertThat(content(typed)).isEqualTo("sealed:v1:typed by hand");
    assertThat(content(lost)).isEqualTo(kept);
  }

  @Test
  void whatSomebodyWorksOnIsLeftAndDoneTheNextTime() {
    Sealer before = new Sealer(old);
    UUID busy = inbound(before, "one");
    inbound(before, "two");
    SealedRows rows = new SealedRows(jdbi, new Sealer(promoted));

    try (Handle another = jdbi.open()) {
      another.begin();
      another.execute("UPDATE gateway.inbound SET turn_id = id WHERE id = ?", busy);
      assertThat(rows.sealAnew().sealed()).isEqualTo(1);
      another.commit();
    }
    assertThat(rows.sealAnew().sealed()).isEqualTo(1);
  }

  @Test
  void nodesThatHaveNotBeenSeenForHalfAMinuteCountNoMore() {
    NodeKeys nodes = new NodeKeys(jdbi);
    nodes.here("one", old);
    nodes.here("one", added);
    nodes.here("two", promoted);
    assertThat(nodes.running())
        .containsExactlyInAnyOrder(
            new NodeKeys.Node(added.ids(), added.primary()),
            new NodeKeys.Node(added.ids(), promoted.primary()));

    test.run("UPDATE gateway.node_keys SET seen_at = now() - interval '31 s' WHERE name = 'two'");
    assertThat(nodes.running()).hasSize(1);
    nodes.left("one");
    assertThat(nodes.running()).isEmpty();
  }
}
