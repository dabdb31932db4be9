package ai.therapysync.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.person.Culture;
import ai.therapysync.crisis.language.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whole conversations, as different people would have them; read before they were kept. */
class GoldenConversationsTest {
  private final OfflineCompanion companion = new OfflineCompanion();

  @Test
  void a_nurse_who_cannot_sleep() {
    Talk dana =
        new Talk(companion)
            .remembering(
                Talk.memory("person", "Ana (your sister)", "your sister is called Ana"),
                Talk.memory("what_helped", "the river", "walking by the river helps you"))
            .towards("Be in bed by eleven");
    dana.says("hi");
    assertThat(dana.says("I can't sleep, my shifts at the hospital are killing my rhythm"))
        .containsAnyOf("Nights", "hours", "sleep", "Bed");
    dana.says("my boss put me on nights again and I'm worried I'll make a mistake");
    assertThat(dana.says("my sister says I should quit")).contains("your sister is called Ana");
    dana.says("I don't know, I love the work");
    dana.says("I was so tired that I cried in the car");
    dana.says("since January or so");
    assertThat(dana.says("yes")).isNotBlank();
    assertThat(dana.says("I went for a walk by the river today and I feel better"))
        .containsAnyOf("river", "Be in bed by eleven");
    dana.says("thank you");
    assertThat(dana.says("good night")).doesNotContain("?");
    reads(dana);
  }

  @Test
  void a_student_in_panic_is_led_back_to_the_room() {
    Talk leo =
        new Talk(companion)
            .with(Talk.voice("Vera", "CBT", "direct"))
            .remembering(Talk.memory("event", "exam", "you have your chemistry exam on Friday"));
    assertThat(leo.says("hey")).contains("chemistry exam");
    leo.says("I can't study, my heart is racing and I'm so anxious");
    assertThat(leo.says("ok")).contains("five things");
    leo.says("desk, lamp, mug, window, poster");
    leo.says("chair, floor, shirt, watch");
    leo.says("fan, street, my roommate");
    leo.says("coffee, laundry");
    assertThat(leo.says("toothpaste")).contains("How does your body feel now");
    leo.says("slower. but I still think I'm a failure");
    leo.says("my dad would say that. he always did");
    leo.says("are you a real person or a bot?");
    leo.says("ok. thanks");
    reads(leo);
  }

  @Test
  void una_abuela_que_falta() {
    Culture culture =
        new Culture(
            Optional.of(Language.SPANISH),
            "mexicana",
            "extended",
            "indirect",
            true,
            "",
            List.of(),
            List.of());
    Talk rosa =
        new Talk(companion)
            .in(Language.SPANISH)
            .of(culture)
            .remembering(Talk.memory("fact", "abuela", "tu abuela te enseñó a hacer tamales"));
    rosa.says("Hola");
    assertThat(rosa.says("Mi abuela murió hace un mes")).contains("tamales");
    rosa.says("la extraño mucho, lloro en la cocina");
    rosa.says("mi familia no habla de eso");
    rosa.says("mi madre dice que ya basta de llorar");
    rosa.says("me siento sola");
    rosa.says("sí");
    rosa.says("rezábamos juntas");
    rosa.says("hoy cociné su receta y me sentí mejor");
    rosa.says("gracias");
    assertThat(rosa.says("hasta mañana")).doesNotContain("?");
    assertThat(String.join(" ", rosa.answers())).contains("tu fe").doesNotContain("límite");
    reads(rosa);
  }

  @Test
  void un_padre_sin_trabajo() {
    Talk luis =
        new Talk(companion)
            .in(Language.SPANISH)
            .with(Talk.voice("Bruno", "solution-focused", "encouraging"))
            .remembering(Talk.memory("person", "Mateo (tu hijo)", "tu hijo se llama Mateo"))
            .towards("Mandar dos solicitudes por semana");
    luis.says("buenas");
    luis.says("me despidieron del trabajo y no me alcanza el dinero");
    luis.says("siento que soy un fracaso");
    assertThat(luis.says("mi hijo me pregunta por qué estoy en casa")).contains("Mateo");
    luis.says("no sé qué decirle");
    assertThat(luis.sends(MessageType.AUDIO, "")).contains("notas de voz");
    luis.says("decía que me da vergüenza");
    luis.saysInDistress("a veces pienso que estarían mejor sin mí");
    luis.says("no, no es eso. estoy cansado");
    assertThat(luis.says("hoy mandé una solicitud, estoy orgulloso"))
        .contains("Mandar dos solicitudes por semana");
    luis.says("gracias por escuchar");
    reads(luis);
  }

  @Test
  void eine_pflegerin_die_nicht_schlaeft() {
    Talk nadine =
        new Talk(companion)
            .in(Language.GERMAN)
            .with(Talk.voice("Mia", "mindfulness", "gentle"))
            .remembering(
                Talk.memory("person", "Jana (deine Schwester)", "deine Schwester heißt Jana"),
                Talk.memory("what_helped", "der Fluss", "Spazieren am Fluss tut dir gut"))
            .towards("Um elf im Bett sein");
    assertThat(nadine.says("Hallo")).contains("KI-Begleiter, kein Mensch");
    assertThat(nadine.says("Ich kann nicht schlafen, die Nachtschichten machen mich fertig"))
        .contains("die Arbeit");
    nadine.says("Seit Januar ungefähr");
    nadine.says("Meine Chefin hat mich wieder eingeteilt und ich habe Angst, Fehler zu machen");
    assertThat(nadine.says("meine schwester sagt ich soll kuendigen")).contains("heißt Jana");
    nadine.says("Ich weiß nicht, ich mag die Arbeit ja eigentlich");
    nadine.says("gestern war ich so müde, dass ich im auto geweint hab");
    assertThat(nadine.says("ja gern")).contains("etwas, das dir früher gutgetan hat");
    nadine.says("spazieren gehen");
    nadine.says("bis zur brücke und zurück");
    nadine.says("morgen nach der schicht");
    assertThat(nadine.says("soll ich mehr von den schlaftabletten nehmen?")).contains("Apotheke");
    assertThat(nadine.says("heute war ich am fluss und es geht mir etwas besser"))
        .contains("Um elf im Bett sein");
    assertThat(nadine.says("danke fürs zuhören")).contains("mutige Teil");
    assertThat(nadine.says("gute nacht")).doesNotContain("?");
    reads(nadine);
  }

  @Test
  void ein_witwer() {
    Talk werner =
        new Talk(companion)
            .in(Language.GERMAN)
            .with(Talk.voice("Anna", "person-centred", "warm"))
            .remembering(Talk.memory("person", "Helga (deine Frau)", "deine Frau hieß Helga"))
            .towards("Jeden Tag spazieren gehen");
    werner.says("Guten Abend");
    assertThat(werner.says("Meine Frau ist vor drei Monaten gestorben."))
        .contains("tut mir leid", "deine Frau hieß Helga");
    assertThat(werner.says("Wir waren 46 Jahre verheiratet.")).contains("Vermissen");
    werner.says("Vor allem abends. Der Sessel ist leer.");
    assertThat(werner.says("Die Kinder rufen kaum noch an")).contains("Trauer");
    werner.says("Ich rede manchmal mit ihrem Bild");
    werner.says("Sie hat immer Kaffee gemacht und dabei gesungen");
    werner.says("Schlafen kann ich auch nicht mehr richtig");
    assertThat(werner.sends(MessageType.AUDIO, "")).contains("Sprachnachrichten");
    werner.says("Ich habe gesagt, dass ich heute auf dem Friedhof war");
    werner.says("Geweint habe ich. Das erste Mal seit der Beerdigung.");
    werner.says("Ja");
    werner.saysInDistress("Manchmal möchte ich einfach zu ihr");
    assertThat(werner.says("Nein, das tue ich nicht. Wegen der Enkel."))
        .contains("ehrliche Antwort");
    assertThat(werner.says("Auf Wiedersehen")).doesNotContain("?");
    assertThat(String.join(" ", werner.answers()))
        .doesNotContain("zwischen dir und", "Jeden Tag spazieren");
    reads(werner);
  }

  @Test
  void a_student_before_an_exam_in_chinese() {
    Talk xiaoLin =
        new Talk(companion)
            .in(Language.CHINESE)
            .with(Talk.voice("小雨", "CBT", "direct"))
            .remembering(Talk.memory("event", "期末考试（下周五）", "你提到过下周五有期末考试"))
            .towards("每天复习一小时");
    assertThat(xiaoLin.says("在吗")).contains("AI陪伴者", "你提到过下周五有期末考试");
    xiaoLin.says("最近睡不着，一想到考试就慌");
    assertThat(xiaoLin.says("心跳得好快，喘不过气")).contains("练习");
    assertThat(xiaoLin.says("好")).contains("五样东西");
    xiaoLin.says("台灯，桌子，窗户，杯子，海报");
    xiaoLin.says("椅子，毛衣，地板，头发");
    xiaoLin.says("汽车声，冰箱，室友");
    xiaoLin.says("咖啡，洗衣液");
    assertThat(xiaoLin.says("牙膏")).contains("你靠自己回到了这里");
    xiaoLin.says("没那么慌了，但我还是觉得会挂科");
    xiaoLin.says("觉得自己太笨了，什么都做不好");
    assertThat(xiaoLin.says("我爸從小就這麼說我")).contains("你爸爸");
    assertThat(xiaoLin.says("你是真人吗")).contains("没有真人");
    xiaoLin.says("今天复习了两个小时，挺有成就感，开心");
    xiaoLin.says("谢谢你听我说");
    assertThat(xiaoLin.says("我先睡了，晚安")).doesNotContain("？");
    reads(xiaoLin);
  }

  @Test
  void an_old_man_on_his_own_in_chinese() {
    Talk chen =
        new Talk(companion)
            .in(Language.CHINESE)
            .with(Talk.voice("安", "narrative", "encouraging"))
            .remembering(Talk.memory("preference", "书法", "你喜欢书法"));
    chen.says("你好，你今天怎么样");
    assertThat(chen.says("唉，我一个人住，退休以后没人给我打电话")).contains("心里");
    assertThat(chen.says("老伴走了好多年了，邻居也都搬走了")).contains("愿意跟我说说你们之间的事吗");
    chen.says("下午最难受");
    chen.says("以前我在合唱团唱歌");
    chen.says("现在腿脚不行了");
    chen.says("没有人可以说说话");
    assertThat(chen.says("你还记得我什么")).contains("你喜欢书法");
    chen.says("对，没错");
    assertThat(chen.says("这些话谁能看到")).contains("保存");
    chen.says("妹妹在上海，我们吵翻了");
    chen.says("有时候觉得自己没用了");
    chen.says("明天可能去老年活动中心看看");
    assertThat(chen.says("我去了！今天很开心")).contains("你做了");
    assertThat(chen.says("谢谢，明天见")).doesNotContain("？");
    reads(chen);
  }

  @Test
  void a_teenager_whose_friend_moves_away() {
    Talk zoe = new Talk(companion);
    zoe.says("hey");
    zoe.says("idk im bored");
    assertThat(zoe.says("my best friend is moving to ohio")).contains("your friend");
    zoe.says("we've been friends since 2nd grade");
    zoe.says("everyone at school thinks its not a big deal");
    assertThat(zoe.says("lol")).doesNotContain("?");
    zoe.says("math test tomorrow and i didnt study");
    assertThat(zoe.says("my mom took my phone yesterday because of my grades"))
        .doesNotContain("torn between", "where it hurts");
    assertThat(zoe.says("stop asking me questions")).contains("questions").doesNotContain("?");
    assertThat(zoe.says("im just so tired of everyone telling me what to do"))
        .contains("worn out")
        .doesNotContain("?");
    assertThat(zoe.says("i play guitar sometimes")).doesNotContain("?");
    assertThat(zoe.says("i wrote a song about her actually")).doesNotContain("?");
    assertThat(zoe.says("😭")).containsAnyOf("tears", "weighs").doesNotContain("?");
    assertThat(zoe.says("ok")).doesNotContain("?");
    assertThat(zoe.says("thx that helped a bit")).containsAnyOf("glad", "good", "happy");
    assertThat(zoe.says("gtg bye")).doesNotContain("?");
    reads(zoe);
  }

  @Test
  void um_entregador_que_parou_de_beber() {
    Talk caio = new Talk(companion).in(Language.PORTUGUESE);
    caio.says("oi");
    caio.says("parei de beber faz 40 dias");
    assertThat(caio.says("hoje quase recaí")).contains("largar");
    caio.says("meu irmão me chamou pro bar");
    caio.says("eu fui embora");
    assertThat(caio.says("moro com minha mãe")).doesNotContain("onde dói", "raiva");
    caio.says("ela faz um bolo de fubá ótimo");
    caio.says("trabalho de motoboy");
    assertThat(caio.says("kkkk")).doesNotContain("?");
    assertThat(caio.says("tá")).doesNotContain("?");
    assertThat(caio.says("vc já disse isso")).contains("Desculpe").doesNotContain("?");
    caio.says("quero voltar a jogar bola");
    assertThat(caio.says("meu cachorro Thor morreu ontem")).contains("bichinho");
    assertThat(caio.says("ele dormia no meu pé")).contains("bichinho");
    assertThat(caio.says("valeu, isso ajudou um pouco")).doesNotContain("?");
    reads(caio);
  }

  static void reads(Talk talk) {
    List<String> answers = talk.answers();
    assertThat(answers).hasSizeGreaterThanOrEqualTo(10);
    assertThat(answers).doesNotHaveDuplicates();
    assertThat(answers).allSatisfy(answer -> assertThat(answer).hasSizeLessThanOrEqualTo(480));
    assertThat(answers)
        .allSatisfy(
            answer -> assertThat(OfflineCompanionTest.questions(answer)).isLessThanOrEqualTo(1));
    assertThat(answers)
        .allSatisfy(answer ->
            assertThat(answer.toLowerCase(Locale.ROOT))
                .doesNotContain(" mg", "diagnosed", "as your therapist"));
    List<String> sentences =
        answers.stream()
            .flatMap(answer -> Arrays.stream(answer.split("(?<=[.!?:؟।]) |(?<=[。？！：])")))
            .filter(sentence -> Wording.length(sentence) > 25)
            .toList();
    assertThat(sentences).doesNotHaveDuplicates();
  }
}
