package ai.therapysync.gateway.respond;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.incident.IncidentState;
import ai.therapysync.crisis.incident.IncidentState.Check;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RespondPageTest {
  @Test
  void saysWhoNeedsHelpAndWhatToDo() {
    try (Visitor tom = Visitor.of(Visitor.asked())) {
      HttpResponse<String> page = tom.opens();

      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body())
          .contains("Maya needs you", "I am on it", "I can&#39;t", "Call them", "911", "tel:911")
          .contains("Don&#39;t argue", "Stay with them", "<html lang=\"en\" dir=\"ltr\">")
          .contains("value=\"yes\"", "value=\"no\"")
          .doesNotContain("<script", "suicid", "abuse", "imminent", "crisis");
      assertThat(tom.book.changes()).isZero();
      assertThat(tom.book.state()).isInstanceOf(IncidentState.Climbing.class);
    }
  }

  @Test
  void isKeptByNobody() {
    try (Visitor tom = Visitor.of(Visitor.asked())) {
      HttpResponse<String> page = tom.opens();

      assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(page.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
      assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
      assertThat(page.headers().firstValue("Content-Type").orElse("")).contains("utf-8");
    }
  }

  @Test
  void iAmOnIt() {
    try (Visitor tom = Visitor.of(Visitor.asked())) {
      HttpResponse<String> page = tom.answers("answer=yes&question=needed");

      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body())
          .contains("Thank you for being there for Maya", "we told the others")
          .contains("I can&#39;t after all");
      assertThat(tom.book.state()).isInstanceOf(IncidentState.Held.class);
      assertThat(tom.opens().body()).contains("Thank you for being there for Maya");
    }
  }

  @Test
  void anAnswerWithoutTheQuestionCountsToo() {
    try (Visitor tom = Visitor.of(Visitor.asked())) {
      assertThat(tom.answers("answer=yes").statusCode()).isEqualTo(200);
      assertThat(tom.book.state()).isInstanceOf(IncidentState.Held.class);
    }
  }

  @Test
  void iCant() {
    try (Visitor tom = Visitor.of(Visitor.asked())) {
      HttpResponse<String> page = tom.answers("answer=no");

      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("Thank you for telling us", "asking someone else for Maya");
      assertThat(tom.book.state())
          .isInstanceOfSatisfying(
              IncidentState.Climbing.class,
              next -> assertThat(next.current()).isEqualTo(Visitor.GRACE));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "answer=", "answer=YES", "answer=maybe", "answer=yes&answer=no", "a=b"})
  void anythingElseShowsThePageAgain(String form) {
    try (Visitor tom = Visitor.of(Visitor.asked())) {
      HttpResponse<String> page = tom.answers(form);

      assertThat(page.statusCode()).isEqualTo(400);
      assertThat(page.body()).contains("Maya needs you", "Please choose one of the two buttons");
      assertThat(tom.book.changes()).isZero();
    }
  }

  @Test
  void asksWhetherTheyWereReached() {
    try (Visitor tom = Visitor.of(Visitor.heldBy(Visitor.TOM, Check.ASKED))) {
      assertThat(tom.opens().body()).contains("Did you reach Maya?", "Yes, I reached them");
      assertThat(tom.answers("answer=yes&question=question").body()).contains("You reached them");
      assertThat(tom.book.timeline()).contains("reached");
    }
  }

  @Test
  void noOneWasReached() {
    try (Visitor tom = Visitor.of(Visitor.heldBy(Visitor.TOM, Check.ASKED))) {
      assertThat(tom.answers("answer=no&question=question").body()).contains("someone else");
      assertThat(tom.book.state()).isInstanceOf(IncidentState.Climbing.class);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Check.class,
      names = {"ASKED", "CRY_TOLD"})
  void aPageThatWasLeftOpenAnswersNoNewQuestion(Check check) {
    try (Visitor tom = Visitor.of(Visitor.heldBy(Visitor.TOM, check))) {
      HttpResponse<String> page = tom.answers("answer=yes&question=needed");

      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body())
          .contains(check == Check.ASKED ? "Did you reach Maya?" : "Maya needs you again");
      assertThat(tom.book.state()).isEqualTo(Visitor.heldBy(Visitor.TOM, check));
      assertThat(tom.answers("answer=no&question=needed").body()).contains("someone else");
    }
  }

  @Test
  void aFurtherCryIsConfirmed() {
    try (Visitor tom = Visitor.of(Visitor.heldBy(Visitor.TOM, Check.CRY_TOLD))) {
      assertThat(tom.opens().body()).contains("Maya needs you again, now", "I am on it");
      assertThat(tom.answers("answer=yes&question=again").body()).contains("You are on it");
      assertThat(tom.book.timeline()).contains("confirmed");
    }
  }

  @Test
  void someoneElseHasIt() {
    try (Visitor tom = Visitor.of(Visitor.heldBy(Visitor.GRACE, Check.UNASKED))) {
      assertThat(tom.opens().body())
          .contains("Someone is with it now", "looking after Maya")
          .doesNotContain("<form");
      assertThat(tom.answers("answer=yes").body()).contains("Someone is with it now");
    }
  }

  @Test
  void aLateAnswerCounts() {
    try (Visitor tom = Visitor.of(new IncidentState.Unanswered(true))) {
      assertThat(tom.opens().body()).contains("Maya needs you");
      tom.answers("answer=yes");
      assertThat(tom.book.state()).isInstanceOf(IncidentState.Held.class);
    }
  }

  @Test
  void isOverWithTheIncident() {
    try (Visitor tom = Visitor.of(new IncidentState.Resolved())) {
      assertGone(tom);
    }
  }

  @Test
  void isClosedToAContactWhoMustNotBeTold() {
    try (Visitor tom = Visitor.with(Visitor.contact(Visitor.TOM, true, true))) {
      assertGone(tom);
    }
  }

  @Test
  void isClosedToAContactWhoIsNoneAnyMore() {
    try (Visitor tom = Visitor.with(Visitor.contact(Visitor.GRACE, false, true))) {
      assertGone(tom);
    }
  }

  @Test
  void isClosedToWhoMayBeTheDanger() {
    try (Visitor tom = Visitor.withDangerAtHome(Visitor.contact())) {
      assertGone(tom);
    }
    try (Visitor safe = Visitor.withDangerAtHome(Visitor.contact(Visitor.TOM, false, true))) {
      assertThat(safe.opens().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aTokenThatIsNotOursOpensNothing() {
    try (Visitor tom = Visitor.of(Visitor.asked())) {
      String token = tom.token();
      String other = token.charAt(3) == 'A' ? "B" : "A";
      assertMissing(tom, token.substring(0, 3) + other + token.substring(4));
      assertMissing(tom, token.substring(0, token.length() - 1));
      assertMissing(tom, token.replace(".", ""));
      assertMissing(tom, "x");
      assertMissing(tom, "A".repeat(3000));
      assertMissing(tom, token + "%20");
      assertThat(tom.send("POST", "/respond/x", "answer=yes").statusCode()).isEqualTo(404);
      assertThat(tom.book.changes()).isZero();
    }
  }

  @Test
  void aTokenOfAnotherIncidentIsOver() {
    try (Visitor tom = Visitor.of(Visitor.asked())) {
      String link = tom.tokens.forContact(Visitor.TOM.value(), Visitor.TOM.value());
      assertThat(link).startsWith("https://care.example/respond/");
      assertThat(tom.opens(link.replaceFirst(".*/", "")).statusCode()).isEqualTo(410);
    }
  }

  @Test
  void namesAreTextOnly() {
    try (Visitor tom =
        Visitor.of(Visitor.asked(), Visitor.maya(Language.ENGLISH, "<script>\"'&{0}</script>"))) {
      assertThat(tom.opens().body())
          .contains("&lt;script&gt;&quot;&#39;&amp;{0}&lt;/script&gt; needs you")
          .doesNotContain("<script");
    }
  }

  @Test
  void someoneWithoutANameNeedsHelpToo() {
    try (Visitor tom = Visitor.of(Visitor.asked(), Visitor.maya(Language.ENGLISH, ""))) {
      assertThat(tom.opens().body())
          .contains("<h1>Someone who named you as emergency contact needs you");
    }
  }

  @Test
  void aHeadChangesNothingAndOtherMethodsAreRefused() {
    try (Visitor tom = Visitor.of(Visitor.asked())) {
      HttpResponse<String> head = tom.send("HEAD", "/respond/" + tom.token(), "");
      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.body()).isEmpty();
      assertThat(tom.send("PUT", "/respond/" + tom.token(), "answer=yes").statusCode())
          .isEqualTo(405);
      assertThat(tom.send("DELETE", "/respond/" + tom.token(), "").statusCode()).isEqualTo(405);
      assertThat(tom.book.changes()).isZero();
    }
  }

  @Test
  void bringsItsOwnStyle() {
    try (Visitor tom = Visitor.of(Visitor.asked())) {
      HttpResponse<String> style = tom.send("GET", "/respond/style.css", "");
      assertThat(style.statusCode()).isEqualTo(200);
      assertThat(style.headers().firstValue("Content-Type").orElse("")).startsWith("text/css");
      assertThat(style.body()).contains("prefers-color-scheme: dark");
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void speaksEveryLanguage(Language language) {
    Phrasebook texts = Phrasebook.load(RespondPage.class, "Respond");
    assertThat(texts.keys(language, ""))
        .containsExactlyElementsOf(texts.keys(Language.ENGLISH, ""));
    for (Check check : Check.values()) {
      try (Visitor tom =
          Visitor.of(Visitor.heldBy(Visitor.TOM, check), Visitor.maya(language, "Maya"))) {
        assertThat(tom.opens().body())
            .contains("Maya", "911", "lang=\"" + language.code() + "\"")
            .doesNotContain("{", "}");
      }
    }
    try (Visitor tom = Visitor.of(Visitor.asked(), Visitor.maya(language, ""))) {
      assertThat(tom.opens().body()).contains("value=\"yes\"").doesNotContain("{", "}");
      assertThat(tom.answers("answer=no").body()).doesNotContain("{", "}");
    }
  }

  private static void assertGone(Visitor tom) {
    HttpResponse<String> page = tom.opens();
    assertThat(page.statusCode()).isEqualTo(410);
    assertThat(page.body()).contains("Diese Seite ist geschlossen").doesNotContain("Maya");
    HttpResponse<String> answered = tom.answers("answer=yes");
    assertThat(answered.statusCode()).isEqualTo(410);
    assertThat(answered.body()).doesNotContain("Maya");
    assertThat(tom.answers("answer=perhaps").statusCode()).isEqualTo(410);
    assertThat(tom.book.state()).isNotInstanceOf(IncidentState.Held.class);
  }

  private static void assertMissing(Visitor tom, String token) {
    HttpResponse<String> page = tom.opens(token);
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("Diese Seite gibt es nicht").doesNotContain("Maya");
  }
}
