package ai.therapysync.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenCommandTest {
  @Test
  void aTextIsAnsweredSoThatAPersonCanReadIt() {
    Typed typed = Typed.command(Map.of(), "", "screen", "I", "am", "in", "danger");

    assertThat(typed.code()).isZero();
    assertThat(typed.err()).isEmpty();
    assertThat(typed.out())
        .isEqualTo(
            """
            level     high
            kinds     suicide, abuse
            evidence  plain-words: "danger" is suicide high (present)
            """);
  }

  @Test
  void withoutATextStandardInputIsTheText() {
    assertThat(Typed.command(Map.of(), "all is well\n", "screen").out())
        .isEqualTo("level     none\n");
  }

  @Test
  void linesAreAnsweredInOrderInTheContractsForm() {
    Typed typed =
        Typed.command(
            Map.of(),
            """
            {"id":"a","text":"niña, danger 🌊"}

            {"id":7,"text":"fine","lang":"es"}
            """,
            "screen",
            "--jsonl");

    assertThat(typed.code()).isZero();
    assertThat(typed.out())
        .isEqualTo(
            """
            {"id":"a","level":"high","category":"suicide","categories":["suicide","abuse"],\
            "evidence":[{"family":"plain-words","category":"suicide","level":"high",\
            "span":"danger","modifiers":["present"]}]}
            {"id":7,"level":"none","category":null,"categories":[],"evidence":[]}
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"not json", "[]", "{\"id\":1}", "{\"text\":\"x\"}", "{\"id\":1,\"text\":2}", "{"})
  void aLineThatCannotBeReadEndsItAfterTheAnswersBefore(String line) {
    Typed typed =
        Typed.command(
            Map.of(), "{\"id\":1,\"text\":\"fine\"}\n" + line + "\n", "screen", "--jsonl");

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.out().lines()).hasSize(1);
    assertThat(typed.err().lines()).singleElement().asString().startsWith("Line 2 of");
  }
}
