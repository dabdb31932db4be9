package ai.therapysync.persistence.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTest {
  private final Keyset keyset = Keyset.create();
  private final Sealer sealer = new Sealer(keyset);
  private final UUID person = UUID.randomUUID();
  private final UUID row = UUID.randomUUID();

  @ParameterizedTest
  @ValueSource(strings = {"", "I slept badly", "🌱 niña ñandú", "sealed:v1:not really"})
  void whatIsSealedOpensAgainAndShowsNothing(String words) {
    DataKey key = sealer.newDataKey();

    String stored = sealer.seal(key, words, row);

    assertThat(stored).startsWith("sealed:v1:").doesNotContain("slept");
    assertThat(sealer.open(key, stored, row)).isEqualTo(words);
    assertThat(sealer.openOwn(sealer.sealOwn(words, row), row)).isEqualTo(words);
  }

  @Test
  void twoSealsOfTheSameWordsDiffer() {
    DataKey key = sealer.newDataKey();

    assertThat(sealer.seal(key, "hello", row)).isNotEqualTo(sealer.seal(key, "hello", row));
  }

  @Test
  void aRowThatSomebodyWroteInClearIsReturnedAsItStands() {
    assertThat(sealer.open(sealer.newDataKey(), "hello there", row)).isEqualTo("hello there");
    assertThat(sealer.openOwn("hello there", row)).isEqualTo("hello there");
  }

  @Test
  void aSealOfAnotherRowPersonOrKeyDoesNotOpen() {
    DataKey key = sealer.newDataKey();
    String stored = sealer.seal(key, "hello", row);
    String wrapped = sealer.wrap(key, person);
    UUID other = UUID.randomUUID();
    Sealer stranger = new Sealer(Keyset.create());

    assertThatThrownBy(() -> sealer.open(key, stored, other)).isInstanceOf(SealBroken.class);
    assertThatThrownBy(() -> sealer.open(sealer.newDataKey(), stored, row))
        .isInstanceOf(SealBroken.class);
    assertThatThrownBy(() -> sealer.unwrap(wrapped, other)).isInstanceOf(SealBroken.class);
    assertThatThrownBy(() -> stranger.unwrap(wrapped, person)).isInstanceOf(SealBroken.class);
    assertThatThrownBy(() -> sealer.openOwn(stored, row)).isInstanceOf(SealBroken.class);
  }

  @Test
  void everyChangedByteBreaksTheSealAndIsNotQuoted() {
    DataKey key = sealer.newDataKey();
    String stored = sealer.seal(key, "hello", row);

    for (int index = "sealed:v1:".length(); index < stored.length(); index += 3) {
      char changed = stored.charAt(index) == 'A' ? 'B' : 'A';
      String tampered = stored.substring(0, index) + changed + stored.substring(index + 1);
      assertThatThrownBy(() -> sealer.open(key, tampered, row))
          .isInstanceOf(SealBroken.class)
          .hasMessageNotContaining("hello")
          .hasNoCause();
    }
    assertThatThrownBy(() -> sealer.open(key, "sealed:v1:", row)).isInstanceOf(SealBroken.class);
    assertThatThrownBy(() -> sealer.open(key, "sealed:v1:!!", row)).isInstanceOf(SealBroken.class);
  }

  @Test
  void aWrappedKeyOpensAfterTheKeysetWasWrittenAndRead() {
    DataKey key = sealer.newDataKey();
    String stored = sealer.seal(key, "hello", row);
    String wrapped = sealer.wrap(key, person);

    Sealer later = new Sealer(Keyset.parse(keyset.json()));

    assertThat(later.open(later.unwrap(wrapped, person), stored, row)).isEqualTo("hello");
  }

  @Test
  void aKeyedHashIsStableUnderItsKeyAndDiffersUnderAnother() {
    MacKey key = MacKey.create();
    MacKey again = sealer.unwrapMac(sealer.wrap(key, "codes"), "codes");

    assertThat(again.mac("123456")).isEqualTo(key.mac("123456")).hasSize(22);
    assertThat(key.mac("123457")).isNotEqualTo(key.mac("123456"));
    assertThat(MacKey.create().mac("123456")).isNotEqualTo(key.mac("123456"));
    assertThatThrownBy(() -> sealer.unwrapMac(sealer.wrap(key, "codes"), "tokens"))
        .isInstanceOf(SealBroken.class);
  }

  @Test
  void aKeysetFileIsMadeOnceForItsOwnerAlone(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("keys").resolve("keyset.json");

    String first = Keyset.at(file).json();

    assertThat(Keyset.at(file).json()).isEqualTo(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"key\":[]}", "a secret word", "[1,2]"})
  void whatIsNoKeysetIsRefusedWithoutQuotingIt(String text) {
    assertThatThrownBy(() -> Keyset.parse(text))
        .isInstanceOf(SealBroken.class)
        .hasMessageNotContaining("secret word")
        .hasNoCause();
  }

  @Test
  void nothingPrintsAKey() {
    assertThat(keyset + " " + sealer.newDataKey() + " " + MacKey.create())
        .isEqualTo("Keyset[REDACTED] DataKey[REDACTED] MacKey[REDACTED]");
  }
}
