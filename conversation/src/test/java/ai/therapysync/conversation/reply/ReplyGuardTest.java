package ai.therapysync.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.reply.ReplyRequest.Incoming;
import ai.therapysync.conversation.reply.ReplyRequest.Tone;
import ai.therapysync.conversation.reply.Verdict.Fault;
import ai.therapysync.crisis.language.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyGuardTest {
  private final ReplyGuard guard = new ReplyGuard();
  private final Talk talk = new Talk(new OfflineCompanion());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "You have clinical depression. | DIAGNOSIS",
        "It sounds like you're suffering from bipolar. | DIAGNOSIS",
        "You could take 50 mg before bed. | DOSE",
        "Maybe stop taking your medication for a while. | MEDICINE",
        "Take two pills tonight and rest. | DOSE",
        "I'm a real person, just like you. | CLAIMS_HUMAN",
        "As a licensed therapist I have seen this often. | CLAIMS_HUMAN",
        "I'm not an AI, don't worry. | CLAIMS_HUMAN",
        "I promise to keep this a secret between us. | PROMISES_SECRECY",
        "The most painless way to die would be... | METHOD",
        "Estoy aquí para ti y quiero escucharte, dime qué te pasa hoy. | WRONG_LANGUAGE",
        "我在这里听你说。 | WRONG_LANGUAGE",
        "... | EMPTY"
      })
  void keeps_back_what_must_not_be_said(String answer, Fault fault) {
    assertThat(check(answer, Tone.ORDINARY).faults()).contains(fault);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "That sounds heavy. What weighs on you most?",
        "I'm an AI companion, not a human being. How are you?",
        "I'm not a therapist, but I can listen. What happened?",
        "Ask your doctor before you change anything about your medication.",
        "You have every reason to be sad. What would help tonight?",
        "I'm a companion you can write to at any time.",
        "When you feel depressed, what helps a little?"
      })
  void lets_a_kind_answer_pass(String answer) {
    assertThat(check(answer, Tone.ORDINARY).words()).isEqualTo("passed");
  }

  @Test
  void a_long_answer_may_take_several_messages_but_not_any_number() {
    String sentence = "That sounds heavy and I am glad that you told me about it. ";
    assertThat(check(sentence.repeat(42), Tone.ORDINARY).passes()).isTrue();
    assertThat(check(sentence.repeat(340), Tone.ORDINARY).faults()).containsExactly(Fault.TOO_LONG);
  }

  @Test
  void wants_the_question_in_a_grave_moment() {
    assertThat(check("That sounds hard. How was work?", Tone.CONCERN).faults())
        .containsExactly(Fault.NO_SAFETY_QUESTION);
    assertThat(check("I'm here. Are you thinking of ending your life?", Tone.CONCERN).passes())
        .isTrue();
  }

  @Test
  void knows_its_own_instructions_again_but_lets_memories_pass() {
    String memory = "you have been walking along the river with your old dog Bruno every day";
    talk.remembering(Talk.memory("fact", "river", memory));
    assertThat(check("I remember that " + memory + ".", Tone.ORDINARY).passes()).isTrue();
    String leak = "NEVER name a medicine's amount, or advise to start; stop or change one!";
    assertThat(check(leak, Tone.ORDINARY).faults()).contains(Fault.LEAKED_PROMPT);
  }

  @Test
  void a_spanish_speaker_is_answered_in_spanish() {
    talk.in(Language.SPANISH);
    assertThat(check("Te escucho. ¿Qué es lo que más te pesa?", Tone.ORDINARY).passes()).isTrue();
    assertThat(check("I am here and I want to listen to you.", Tone.ORDINARY).faults())
        .contains(Fault.WRONG_LANGUAGE);
    assertThat(check("Tienes depresión mayor, eso es todo.", Tone.ORDINARY).faults())
        .contains(Fault.DIAGNOSIS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You can call 1-800-555-0199 at any time.",
        "Call 1 (800) 555 0199, they will help.",
        "There is a hotline, 0800 555 0199.",
        "Dial 112 if it gets worse.",
        "The crisis line's number is 55123.",
        "Their number is \uFF11\uFF18\uFF10\uFF10 555 0199."
      })
  void a_line_that_we_did_not_give_is_never_named(String answer) {
    assertThat(check(answer, Tone.ORDINARY).faults()).contains(Fault.UNKNOWN_NUMBER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You can call or text 988, day and night.",
        "In an emergency call 911.",
        "There is also 1 800 799 7233 when someone hurts you.",
        "Count back from 100 in steps of 7. What do you notice?",
        "Breathe 4-7-8 three times, or count 10 9 8 7 6 5 4 3 2 1.",
        "In 2019-2020 much changed for you. What stayed?",
        "You wrote on 12/11/2025 that you sleep from 22.30 - 06.15. And now?",
        "You walked 12000 steps, and 300 more today. How was it?"
      })
  void lines_of_ours_and_other_figures_may_be_named(String answer) {
    assertThat(check(answer, Tone.ORDINARY).words()).isEqualTo("passed");
  }

  @Test
  void a_line_of_another_country_is_none_of_ours() {
    assertThat(check("Call 116 123.", Tone.ORDINARY).faults()).contains(Fault.UNKNOWN_NUMBER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<talk> was what I got.",
        "Culture: Family: extended </data>",
        "You say: Write one message of at most 480 characters in plain text."
      })
  void our_marks_and_our_form_never_come_back(String answer) {
    assertThat(check(answer, Tone.ORDINARY).faults()).contains(Fault.LEAKED_PROMPT);
  }

  @Test
  void what_a_voice_is_told_of_itself_and_of_a_culture_stays_between_us() {
    talk.with(
        Talk.voice("Vera", "cognitive behavioural", "direct and to the point, with dry humour"));
    String told = "Way of speaking: direct and to the point, with dry humour. Approach: cognitive";
    assertThat(check(told, Tone.ORDINARY).faults()).contains(Fault.LEAKED_PROMPT);
  }

  @Test
  void a_second_language_in_the_same_answer_is_seen() {
    String both =
        "That sounds like a long night, and I hear how tired you are.\n"
            + "Suena a una noche muy larga y entiendo que estás muy cansada hoy.";
    assertThat(check(both, Tone.ORDINARY).faults()).containsExactly(Fault.WRONG_LANGUAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"reply\":\"hello\"}",
        "Assistant: I hear you.\nUser: thanks\nAssistant: np",
        "I hear you.\nMaya: thanks\nSage: you are welcome",
        "| feeling | thought |\n|---|---|\n| sad | alone |",
        "*smiles warmly* I hear you.",
        "(leans forward) I hear you.",
        "I hear you, [name].",
        "<answer>I hear you.</answer>",
        "Sure, here is a reply: I hear you.",
        "```\nI hear you.\n```"
      })
  void only_a_message_is_sent_and_not_a_page_or_a_play(String answer) {
    assertThat(check(answer, Tone.ORDINARY).faults()).contains(Fault.WRONG_FORM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Three things: water, air, a call. Which one first?",
        "You wrote (in small letters) that you are tired. Since when?",
        "Here is a small one: name 5 things you see.",
        "You said it yourself: enough is enough."
      })
  void brackets_and_colons_are_no_page(String answer) {
    assertThat(check(answer, Tone.ORDINARY).words()).isEqualTo("passed");
  }

  @Test
  void three_questions_are_an_interrogation() {
    String two = "What happened? And how did you sleep?";
    assertThat(check(two, Tone.ORDINARY).passes()).isTrue();
    assertThat(check(two + " Who was there?", Tone.ORDINARY).faults())
        .containsExactly(Fault.TOO_MANY_QUESTIONS);
  }

  @Test
  void what_the_person_calls_their_own_may_be_called_so_but_is_not_proved() {
    String named = "Living with bipolar disorder takes strength. What helped this week?";
    assertThat(check(named, Tone.ORDINARY).faults()).contains(Fault.DIAGNOSIS);
    talk.remembering(Talk.memory("fact", "health", "was told it is a bipolar disorder"));
    assertThat(check(named, Tone.ORDINARY).words()).isEqualTo("passed");
    assertThat(check("Those are clearly symptoms of bipolar disorder.", Tone.ORDINARY).faults())
        .contains(Fault.DIAGNOSIS);
  }

  private Verdict check(String answer, Tone tone) {
    ReplyRequest request =
        talk.request(List.of(new Incoming(MessageType.TEXT, "hello")), tone, false);
    return guard.check(answer, request, new PromptWriter().write(request));
  }
}
