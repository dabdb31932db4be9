package ai.therapysync.gateway.channel.meta;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.gateway.config.Secret;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Without the app's secret nobody signs anything, and one changed bit is noticed. */
final class MetaSignatureFuzz {
  @FuzzTest(maxDuration = "", maxExecutions = 30_000)
  void onlyTheSecretSigns(FuzzedDataProvider data) {
    MetaSignature signature = new MetaSignature(new Secret(MetaDouble.APP_SECRET));
    byte[] body = data.consumeBytes(2_000);
    int changed = data.consumeInt();
    String genuine = MetaNotes.signature(body, MetaDouble.APP_SECRET);
    String guessed = data.consumeRemainingAsString();
    if (!guessed.strip().equalsIgnoreCase(genuine)) {
      assertThat(signature.isGenuine(MetaNotes.request(body, guessed))).isFalse();
      assertThat(signature.isGenuine(MetaNotes.request(body, "sha256=" + guessed))).isFalse();
    }
    assertThat(signature.isGenuine(MetaNotes.request(body, genuine))).isTrue();
    if (body.length > 0) {
      body[Math.floorMod(changed, body.length)] ^= (byte) (1 << Math.floorMod(changed, 8));
      assertThat(signature.isGenuine(MetaNotes.request(body, genuine))).isFalse();
    }
  }
}
