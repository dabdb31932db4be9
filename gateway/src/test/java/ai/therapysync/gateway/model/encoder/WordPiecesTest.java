package ai.therapysync.gateway.model.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Texts are cut as the model was taught. */
final class WordPiecesTest {
  private final WordPieces pieces;

  WordPiecesTest() throws IOException {
    this.pieces =
        new WordPieces(
            JsonMapper.builder()
                .build()
                .readTree(
                    """
                    {"model": {"vocab": {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "so": 3, "tire": 4,
                      "##d": 5, "!": 6, "##some": 7, "cafe": 8, "'": 9}}}
                    """));
  }

  @Test
  void theLongestKnownPieceComesFirst() {
    assertThat(pieces.of("So tired, tiresome!")).containsExactly(1, 3, 4, 5, 0, 4, 7, 6, 2);
  }

  @Test
  void accentsCaseAndHiddenCharactersAreNothing() {
    assertThat(pieces.of("CAF\u00C9\u200B so")).containsExactly(1, 8, 3, 2);
  }

  @Test
  void noTextIsCutWithoutEnd() {
    assertThat(pieces.of("so ".repeat(10_000))).hasSize(128);
    assertThat(pieces.of("x".repeat(10_000))).containsExactly(1, 0, 2);
    assertThat(pieces.of("")).containsExactly(1, 2);
  }
}
