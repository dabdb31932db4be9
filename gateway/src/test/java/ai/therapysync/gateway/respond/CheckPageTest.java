package ai.therapysync.gateway.respond;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.language.Language;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A contact who has only a mailbox says on a page whether they may be called on. */
class CheckPageTest {
  private static Visitor tom() {
    return Visitor.of(Visitor.asked());
  }

  @Test
  void asksWithoutAWordOfDangerAndChangesNothing() {
    try (Visitor tom = tom()) {
      HttpResponse<String> page = tom.opens(tom.question());

      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body())
          .contains("Maya named you as someone to call", "Yes, that is all right")
          .contains("value=\"yes\"", "value=\"no\"", "method=\"post\"")
          .doesNotContain("<script", "danger", "suicid", "crisis", "chat", "needs you");
      assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
      assertThat(tom.checks.answers()).isZero();
    }
  }

  @Test
  void keepsAYesAndCanBeChanged() {
    try (Visitor tom = tom()) {
      HttpResponse<String> page = tom.send("POST", "/respond/" + tom.question(), "answer=yes");

      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("You said yes").doesNotContain("value=\"yes\"");
      assertThat(tom.checks.check().verified()).isTrue();
      assertThat(tom.checks.followed).isEmpty();
      assertThat(tom.send("POST", "/respond/" + tom.question(), "answer=no").body())
          .contains("We won&#39;t call on you for Maya");
      assertThat(tom.checks.check().declined()).isTrue();
    }
  }

  @Test
  void tellsOperatorsOfANoOnce() {
    try (Visitor tom = tom()) {
      tom.send("POST", "/respond/" + tom.question(), "answer=no");
      tom.send("POST", "/respond/" + tom.question(), "answer=no");

      assertThat(tom.checks.followed).as("the alert and one mail").hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "answer=", "answer=maybe", "answer=yes&answer=no"})
  void anythingElseShowsThePageAgain(String form) {
    try (Visitor tom = tom()) {
      HttpResponse<String> page = tom.send("POST", "/respond/" + tom.question(), form);

      assertThat(page.statusCode()).isEqualTo(400);
      assertThat(page.body()).contains("Please choose one of the two buttons");
      assertThat(tom.checks.answers()).isZero();
    }
  }

  @Test
  void isGoneAfterTwoWeeksAndForAnOlderQuestion() {
    try (Visitor tom = tom()) {
      String older = tom.question(Visitor.NOW.minusSeconds(1));
      String expired = tom.question(Visitor.NOW.minus(Duration.ofDays(14)));
      for (String token : new String[] {older, expired}) {
        assertThat(tom.opens(token).statusCode()).isEqualTo(410);
        assertThat(tom.send("POST", "/respond/" + token, "answer=yes").statusCode()).isEqualTo(410);
      }
      assertThat(tom.checks.answers()).isZero();
    }
  }

  @Test
  void isUnknownWhenNobodyMadeIt() {
    try (Visitor tom = tom()) {
      String question = tom.question();
      String ofAnother = tom.token().split("\\.", -1)[1];
      String other = tom.tokens.forCheck(new UUID(1, 2), Visitor.NOW).replaceFirst(".*/", "");

      assertThat(tom.opens(question.replaceFirst(".$", "")).statusCode()).isEqualTo(404);
      assertThat(tom.opens(question.split("\\.", -1)[0] + "." + ofAnother).statusCode())
          .isEqualTo(404);
      assertThat(
              tom.opens(other.split("\\.", -1)[0] + "." + question.split("\\.", -1)[1])
                  .statusCode())
          .isEqualTo(404);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void speaksThePersonsLanguageWithAndWithoutAName(Language language) {
    for (String name : new String[] {"Maya", ""}) {
      try (Visitor tom = Visitor.of(Visitor.asked(), Visitor.maya(language, name))) {
        String page = tom.opens(tom.question()).body();

        assertThat(page)
            .contains("<html lang=\"" + language.code() + "\"")
            .contains("value=\"yes\"", "value=\"no\"")
            .doesNotContain("{", "null", "''");
        assertThat(page.contains("Maya")).isEqualTo(!name.isEmpty());
      }
    }
  }
}
