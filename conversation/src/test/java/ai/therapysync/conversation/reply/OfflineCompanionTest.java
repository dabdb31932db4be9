package ai.therapysync.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.delivery.Gsm;
import ai.therapysync.conversation.memory.Memory;
import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.person.Culture;
import ai.therapysync.conversation.reply.ReplyRequest.Incoming;
import ai.therapysync.conversation.reply.ReplyRequest.Tone;
import ai.therapysync.crisis.language.Language;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfflineCompanionTest {
  private static final Memory BRUNO =
      Talk.memory("what_helped", "walks with Bruno", "walking with your dog Bruno helps you");

  private final OfflineCompanion companion = new OfflineCompanion();

  @Test
  void says_at_first_that_it_is_an_ai_and_not_again() {
    Talk maya = talk();
    assertThat(maya.says("hi")).contains("Maya", "AI companion", "not a human");
    assertThat(maya.says("I had a bad day at work")).doesNotContain("AI companion");
  }

  @Test
  void speaks_about_what_was_said() {
    assertThat(talk().says("I can't sleep, I lie awake until four")).containsIgnoringCase("night");
    assertThat(talk().says("my exam is next week and I can't study")).contains("?");
    assertThat(talk().says("my grandmother died in March")).doesNotContainIgnoringCase("exercise");
    assertThat(talk().in(Language.SPANISH).says("no puedo dormir")).contains("¿");
  }

  @Test
  void the_same_request_gets_the_same_answer() {
    assertThat(talk().says("I feel so lonely")).isEqualTo(talk().says("I feel so lonely"));
  }

  @Test
  void a_burst_gets_one_answer_to_all_of_it() {
    String answer = talk().says("hey", "I can't sleep", "it's my boss", "he shouts at me all day");
    assertThat(questions(answer)).isEqualTo(1);
    assertThat(answer).containsIgnoringCase("work");
  }

  @Test
  void weaves_in_a_memory_that_fits_once() {
    Talk maya = talk().remembering(BRUNO);
    assertThat(maya.says("I should walk more, I feel tense")).contains("your dog Bruno");
    assertThat(maya.says("walking is hard these days")).doesNotContain("Bruno");
  }

  @Test
  void tells_what_it_remembers_when_asked() {
    assertThat(talk().remembering(BRUNO).says("what do you remember about me?")).contains("Bruno");
    assertThat(talk().says("what do you remember about me?")).contains("only know what you write");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ENGLISH; No, my sister's name is Hanna",
        "SPANISH; No, mi hermana se llama Hanna",
        "PORTUGUESE; Não, minha irmã se chama Hanna",
        "FRENCH; Non, ma sœur s'appelle Hanna",
        "GERMAN; Nein, meine Schwester heißt Hanna",
        "CHINESE; 不对，我姐姐叫小红",
        "HINDI; नहीं, मेरी बहन का नाम हन्ना है",
        "ARABIC; لا، أختي اسمها هنا"
      })
  void whoever_corrects_it_hears_what_it_knows_now(Language language, String correction) {
    String answer = talk().in(language).says(correction);
    assertThat(answer)
        .containsAnyOf(
            "putting that right: your sister is called Hanna",
            "corregirme: tu hermana se llama Hanna",
            "correção: sua irmã se chama Hanna",
            "correction : ta sœur s'appelle Hanna",
            "merke mir: deine Schwester heißt Hanna",
            "谢谢你纠正我：",
            "सुधारने के लिए शुक्रिया",
            "شكرًا على التصحيح");
  }

  @Test
  void brings_up_a_goal_when_there_is_good_news() {
    assertThat(talk().towards("Run 5 km").says("I did it, I feel so proud today!"))
        .contains("Run 5 km");
    assertThat(talk().towards("Run 5 km").says("my father died")).doesNotContain("Run 5 km");
  }

  @Test
  void leads_through_an_exercise_and_keeps_its_place() {
    Talk maya = talk();
    assertThat(maya.says("I'm having a panic attack, I can't breathe")).contains("exercise");
    assertThat(maya.says("yes please")).contains("five things");
    assertThat(maya.says("lamp, door, table, cup, cat")).contains("four things");
    assertThat(maya.says("my socks, the chair, my hair, the phone")).contains("three things");
    assertThat(maya.says("cars, birds, the fridge")).contains("two things");
    assertThat(maya.says("coffee and soap")).contains("taste");
    assertThat(maya.says("mint")).contains("How does your body feel now");
    assertThat(maya.says("a bit calmer")).doesNotContain("things that you can");
  }

  @Test
  void stops_an_exercise_when_asked_and_takes_a_no() {
    Talk maya = talk();
    maya.says("I'm so anxious, I can't breathe");
    assertThat(maya.says("no thanks")).doesNotContain("five things").contains("?");
    maya.says("ok, do a breathing exercise with me");
    assertThat(maya.says("stop")).containsIgnoringCase("stop here");
  }

  @Test
  void is_honest_about_what_it_is() {
    assertThat(talk().says("are you a real person?")).contains("No, no human", "AI companion");
    assertThat(talk().in(Language.SPANISH).says("¿eres humano?")).contains("IA");
    assertThat(talk().says("I want to talk to a human")).contains("I'm an AI");
  }

  @Test
  void leaves_diagnoses_and_medicines_to_professionals() {
    assertThat(talk().says("am I depressed? do I have adhd?")).contains("professional");
    assertThat(talk().says("how many mg should I take")).contains("doctor or pharmacist");
  }

  @Test
  void asks_directly_when_there_may_be_danger() {
    Talk maya = talk();
    String first = maya.saysInDistress("I don't want to be here anymore");
    assertThat(first).containsAnyOf("ending your life", "suicide").contains("AI companion");
    String second = maya.saysInDistress("I just feel like a burden");
    assertThat(second).isNotEqualTo(first);
    assertThat(questions(second)).isEqualTo(1);
    assertThat(talk().saysInDistress("he hits me when he drinks")).contains("safe right now");
    assertThat(talk().saysInDistress("my friend says he wants to die")).contains("they");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void has_a_sensible_answer_in_every_language(Language language) {
    Talk talk = talk().in(language).remembering(BRUNO).towards("Run 5 km");
    ReplyGuard guard = new ReplyGuard();
    PromptWriter prompts = new PromptWriter();
    for (int turn = 0; turn < 12; turn++) {
      List<Incoming> waiting = List.of(new Incoming(MessageType.TEXT, "… " + turn));
      Tone tone = turn % 5 == 4 ? Tone.CONCERN : Tone.ORDINARY;
      ReplyRequest request = talk.request(waiting, tone, turn == 0);
      Reply reply = companion.write(request);
      assertThat(guard.check(reply.text(), request, prompts.write(request)).words())
          .isEqualTo("passed");
      assertThat(questions(reply.text())).isLessThanOrEqualTo(1);
      talk.says("… " + turn);
    }
  }

  @ParameterizedTest
  @EnumSource(MessageType.class)
  void answers_whatever_arrives(MessageType type) {
    String silent = talk().sends(type, "");
    assertThat(silent).isNotBlank();
    assertThat(questions(silent)).isEqualTo(1);
    assertThat(talk().sends(type, "I can't sleep at all")).containsAnyOf("night", "sleep", "Bed");
  }

  @Test
  void a_voice_note_is_asked_for_in_writing() {
    assertThat(talk().sends(MessageType.AUDIO, "")).contains("can't listen", "write");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u0000\u0007", "🙂🙂", "...", "\u200B", "\uD800", "'{0}'"})
  void oddities_get_a_kind_answer(String odd) {
    assertThat(talk().says(odd)).isNotBlank().doesNotContain("\u0000");
  }

  @Test
  void no_wall_of_text_and_no_noise_breaks_it() {
    Random random = new Random(3);
    Talk maya = talk();
    assertThat(maya.says("why me ".repeat(20_000))).hasSizeLessThanOrEqualTo(480);
    for (int turn = 0; turn < 60; turn++) {
      StringBuilder noise = new StringBuilder();
      random.ints(80, 0, 0x2FFFF).forEach(noise::appendCodePoint);
      assertThat(maya.says(noise.toString())).isNotBlank().hasSizeLessThanOrEqualTo(480);
    }
  }

  @Test
  void the_chosen_voice_is_heard() {
    String text = "I keep thinking that I ruin everything at work";
    List<String> answers =
        List.of(
            talk().with(Talk.voice("Ada", "CBT", "direct")).says(text),
            talk().with(Talk.voice("Ada", "narrative", "gentle")).says(text),
            talk().with(Talk.voice("Ada", "solution-focused", "humorous")).says(text),
            talk().with(Talk.voice("Ada", "mindfulness", "warm")).says(text));
    assertThat(answers).doesNotHaveDuplicates();
    assertThat(answers.get(0)).contains("went through your mind");
    assertThat(answers.get(3)).contains("in your body");
  }

  @Test
  void a_name_that_claims_a_profession_is_not_used() {
    String answer = talk().with(Talk.voice("Dr. Therapist", "CBT", "warm")).says("hi");
    assertThat(answer).contains("AI companion").doesNotContain("Dr.");
  }

  @Test
  void an_extended_family_is_kept_close() {
    Talk maya = talk().of(culture("extended", "direct", false, List.of(), List.of()));
    for (int turn = 0; turn < 8; turn++) {
      assertThat(maya.says("my parents decide everything in my family").toLowerCase(Locale.ROOT))
          .doesNotContain("limit")
          .doesNotContain("boundar");
    }
    assertThat(maya.answers().get(0)).contains("Who in the family");
  }

  @Test
  void faith_is_spoken_of_only_when_it_matters_to_them() {
    Talk faithful = talk().of(culture("individual", "direct", true, List.of(), List.of()));
    Talk other = talk();
    for (int turn = 0; turn < 6; turn++) {
      faithful.says("I feel so sad and empty");
      other.says("I feel so sad and empty");
    }
    assertThat(String.join(" ", faithful.answers())).containsAnyOf("faith", "prayer");
    assertThat(String.join(" ", other.answers())).doesNotContain("faith", "prayer");
  }

  @Test
  void an_indirect_style_softens_the_question_and_preferred_approaches_come_first() {
    Culture culture = culture("individual", "indirect", false, List.of("Mindfulness"), List.of());
    String answer = talk().of(culture).says("work is too much");
    assertThat(answer).contains("in your body");
    assertThat(answer).containsAnyOf("If you feel", "Only if", "I wonder", "Perhaps");
  }

  @Test
  void what_is_to_be_spared_is_not_brought_up_by_us() {
    Memory divorce = Talk.memory("event", "divorce", "you went through a divorce last year");
    Culture culture = culture("individual", "direct", false, List.of(), List.of("divorce"));
    Talk maya = talk().of(culture).remembering(divorce);
    assertThat(maya.says("I feel alone since last year")).doesNotContain("divorce");
    assertThat(maya.says("the divorce still hurts, last year was hard")).contains("divorce");
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH, I worry about work",
    "SPANISH, me preocupa el trabajo",
    "PORTUGUESE, o trabalho me preocupa",
    "FRENCH, le travail m'inquiète",
    "GERMAN, ich mache mir Sorgen wegen der Arbeit",
    "CHINESE, 我担心工作",
    "HINDI, मुझे काम की चिंता है",
    "ARABIC, أنا قلقان على الشغل"
  })
  void does_not_repeat_itself_for_a_long_time(Language language, String text) {
    Talk maya = talk().in(language);
    for (int turn = 0; turn < 14; turn++) {
      maya.says(text + " ".repeat(turn));
    }
    assertThat(maya.answers()).doesNotHaveDuplicates();
  }

  @Test
  void learns_and_says_in_plain_characters() {
    Reply reply =
        talk().reply(List.of(new Incoming(MessageType.TEXT, "my sister Ana left")), Tone.ORDINARY);
    assertThat(reply.learned()).extracting(Memory::content).contains("your sister is called Ana");
    assertThat(Gsm.canWrite(reply.text())).isTrue();
    assertThat(reply.metadata()).containsEntry("provider", "offline");
    assertThat(reply.toString()).doesNotContain("Ana");
  }

  @Test
  void is_as_able_in_german() {
    Talk jonas = talk().in(Language.GERMAN).towards("Jeden Tag laufen");
    assertThat(jonas.says("Panikattacke, ich krieg keine Luft!!")).contains("Übung");
    assertThat(jonas.says("ja bitte")).contains("fünf Dinge");
    assertThat(jonas.says("Lampe, Tür, Tisch, Tasse, Katze")).contains("vier Dinge");
    assertThat(jonas.says("stopp")).contains("hören hier auf");
    assertThat(jonas.says("wie viel mg darf ich nehmen")).contains("Apotheke");
    assertThat(jonas.says("bin ich depressiv?")).contains("Fachperson");
    assertThat(jonas.says("heute bin ich stolz, ich war laufen")).contains("Jeden Tag laufen");
    assertThat(jonas.saysInDistress("Mein Mann schlägt mich")).contains("in Sicherheit");
  }

  @Test
  void is_as_able_in_chinese() {
    Talk wei = talk().in(Language.CHINESE).towards("每天跑步");
    assertThat(wei.says("惊恐发作了，喘不过气")).contains("练习");
    assertThat(wei.says("好啊")).contains("五样东西");
    assertThat(wei.says("台灯，门，桌子，杯子，猫")).contains("四样");
    assertThat(wei.says("不做了")).contains("停在这里");
    assertThat(wei.says("该吃几片药")).contains("药师");
    assertThat(wei.says("我是不是抑郁症")).contains("专业人士");
    assertThat(wei.says("今天去跑步了，很骄傲")).contains("每天跑步");
    assertThat(wei.saysInDistress("我老公打我")).contains("安全");
    assertThat(wei.answers())
        .allSatisfy(answer -> assertThat(answer).doesNotContain(" ").doesNotContain("?"));
  }

  @Test
  void a_chinese_memory_is_woven_in_where_it_touches_what_was_said() {
    Memory river = Talk.memory("what_helped", "河边", "去河边散步对你有帮助");
    Talk wei = talk().in(Language.CHINESE).remembering(river);
    wei.says("你好");
    assertThat(wei.says("今天又加班，好累")).doesNotContain("河边");
    assertThat(wei.says("昨天路过河边，想起以前")).contains("去河边散步对你有帮助");
  }

  @Test
  void what_is_to_be_spared_is_spared_in_chinese() {
    Memory divorce = Talk.memory("event", "离婚", "你去年离婚了");
    Culture culture = culture("individual", "direct", false, List.of(), List.of("不要谈离婚的事"));
    Talk wei = talk().in(Language.CHINESE).of(culture).remembering(divorce);
    assertThat(wei.says("去年开始一直一个人")).doesNotContain("离婚");
    assertThat(wei.says("离婚以后去年过得很难")).contains("你去年离婚了");
  }

  @Test
  void is_as_able_in_hindi() {
    Talk om = talk().in(Language.HINDI).towards("हर सुबह टहलना");
    assertThat(om.says("पैनिक अटैक आ रहा है, साँस नहीं आ रही")).contains("अभ्यास");
    assertThat(om.says("हाँ")).contains("पाँच चीज़ें");
    assertThat(om.says("मेज़, कुर्सी, दरवाज़ा, पंखा, घड़ी")).contains("चार चीज़ें");
    assertThat(om.says("bas")).contains("यहीं रुकते हैं");
    assertThat(om.says("कितनी गोली लूँ")).contains("फ़ार्मासिस्ट");
    assertThat(om.says("kya mujhe depression hai")).contains("विशेषज्ञ");
    assertThat(om.says("आज टहलने गया, अच्छा लगा")).contains("हर सुबह टहलना");
    assertThat(om.saysInDistress("पति मुझे मारता है")).contains("सुरक्षित");
  }

  @Test
  void is_as_able_in_arabic() {
    Talk sami = talk().in(Language.ARABIC).towards("المشي كل يوم");
    assertThat(sami.says("نوبة هلع ومش قادر اتنفس")).contains("تمرينًا");
    assertThat(sami.says("طيب")).contains("خمسة أشياء");
    assertThat(sami.says("باب، شباك، كرسي، لمبة، قطة")).contains("أربعة أشياء");
    assertThat(sami.says("كفاية")).contains("نتوقف هنا");
    assertThat(sami.says("كم حبة آخذ")).contains("الصيدلي");
    assertThat(sami.says("هل عندي اكتئاب؟")).contains("مختص");
    assertThat(sami.says("مشيت النهارده وأنا مبسوط")).contains("المشي كل يوم");
    assertThat(sami.saysInDistress("زوجي يضربني")).contains("أمان");
  }

  @Test
  void a_memory_is_found_by_its_arabic_and_hindi_words() {
    Talk sami =
        talk()
            .in(Language.ARABIC)
            .remembering(Talk.memory("person", "هناء (أختك)", "أختك اسمها هناء"));
    sami.says("مرحبا");
    assertThat(sami.says("وأختي زعلانة مني")).contains("أختك اسمها هناء");
    Talk om =
        talk().in(Language.HINDI).remembering(Talk.memory("preference", "नदी", "आपको नदी पसंद है"));
    om.says("नमस्ते");
    assertThat(om.says("मुझे यह अच्छा नहीं लगा, बॉस चिल्लाए")).doesNotContain("नदी");
    assertThat(om.says("कल नदी के पास से निकला")).contains("आपको नदी पसंद है");
  }

  @Test
  void what_is_to_be_spared_is_spared_in_arabic_and_hindi() {
    Memory divorce = Talk.memory("event", "الطلاق", "حدثتني عن الطلاق العام الماضي");
    Culture culture = culture("individual", "direct", false, List.of(), List.of("عدم ذكر الطلاق"));
    Talk sami = talk().in(Language.ARABIC).of(culture).remembering(divorce);
    assertThat(sami.says("قاعد لحالي من العام الماضي")).doesNotContain("الطلاق");
    assertThat(sami.says("بعد الطلاق تعبت كتير")).contains("الطلاق العام الماضي");
    Memory drink = Talk.memory("event", "शराब", "आपने शराब छोड़ने के बारे में बताया था");
    Culture sober =
        culture("individual", "direct", false, List.of(), List.of("शराब के बारे में बात"));
    Talk om = talk().in(Language.HINDI).of(sober).remembering(drink);
    assertThat(om.says("आज बहुत थक गया हूँ")).doesNotContain("शराब");
    assertThat(om.says("फिर शराब पीने का मन है")).contains("शराब छोड़ने");
  }

  @ParameterizedTest
  @ValueSource(strings = {"李医生", "心理咨询师小王", "Frau Ärztin", "डॉ. मेहता", "الدكتور سامي", "د. هدى"})
  void no_profession_is_claimed_in_any_language(String name) {
    assertThat(talk().in(Language.CHINESE).with(Talk.voice(name, "CBT", "warm")).says("你好"))
        .doesNotContain(name);
  }

  @Test
  void what_is_said_after_a_blow_or_a_death_still_belongs_to_it() {
    Talk maya = talk();
    maya.says("my husband hits me when he drinks");
    assertThat(maya.says("yes, he's asleep now")).doesNotContainIgnoringCase("bed");
    assertThat(maya.says("nobody")).doesNotContain("breathe");
    Talk tom = talk();
    tom.says("my wife died in March");
    assertThat(tom.says("forty years together")).contains("miss them");
  }

  @Test
  void a_joke_does_not_answer_good_news() {
    Talk maya = talk().with(Talk.voice("Ada", "CBT", "humorous"));
    assertThat(maya.says("I did it, I passed!"))
        .doesNotContain("rent", "same day", "closing time", "manual");
  }

  private Talk talk() {
    return new Talk(companion);
  }

  static long questions(String text) {
    return text.chars().filter(c -> c == '?' || c == '\uFF1F' || c == '\u061F').count();
  }

  private static Culture culture(
      String family, String style, boolean faith, List<String> approaches, List<String> spared) {
    return new Culture(Optional.empty(), "", family, style, faith, "", approaches, spared);
  }
}
