package ai.therapysync.conversation.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.language.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RememberingTest {
  private final Remembering remembering = new Remembering();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "My sister Ana came by | person | your sister is called Ana",
        "I walked with my dog Bruno today | person | your dog is called Bruno",
        "I have an exam on Friday | event | you spoke on {date} of an exam that was coming up (on Friday)",
        "I really like painting with my kids. | preference | you like painting with your kids",
        "Loud places make me anxious | trigger | Loud places make you anxious",
        "Calling my mother always helps me | what_helped | Calling your mother helps you",
        "I'll call my brother tomorrow | promise | you wanted to call your brother tomorrow",
        "I live with my grandmother | fact | you live with your grandmother"
      })
  void learns_simple_facts_in_english(String text, String type, String content) {
    assertThat(learn(text, Language.ENGLISH))
        .anySatisfy(memory -> {
          assertThat(memory.type()).isEqualTo(type);
          assertThat(memory.content()).isEqualTo(content);
          assertThat(memory.importance()).isBetween(0.1, 1.0);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hoy vino mi hermana Ana | person | tu hermana se llama Ana",
        "Tengo un examen el viernes | event | el {date} hablaste de un examen que estaba por llegar (el viernes)",
        "Me gusta pintar con mis hijos | preference | te gusta pintar con tus hijos",
        "Los lugares ruidosos me dan ansiedad | trigger | Los lugares ruidosos te dan ansiedad",
        "Caminar con mi perro me ayuda | what_helped | Caminar con tu perro te ayuda",
        "Voy a llamar a mi madre mañana | promise | querías llamar a tu madre mañana"
      })
  void learns_simple_facts_in_spanish(String text, String type, String content) {
    assertThat(learn(text, Language.SPANISH))
        .anySatisfy(memory -> {
          assertThat(memory.type()).isEqualTo(type);
          assertThat(memory.content()).isEqualTo(content);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Meine Schwester Jana sagt, ich soll kündigen | person | deine Schwester heißt Jana",
        "mit meinem Hund namens Bruno | person | dein Hund heißt Bruno",
        "Ich habe am Freitag eine Prüfung | event | du hattest am Freitag eine Prüfung vor dir",
        "hab einen Termin beim Zahnarzt am Montag | event | du hattest am Montag einen Termin beim Zahnarzt vor dir",
        "Ich mag Malen mit meinen Kindern. | preference | du magst Malen mit deinen Kindern",
        "Laute Orte machen mir Angst | trigger | Laute Orte machen dir Angst",
        "Mein Chef macht mich nervös | trigger | dein Chef macht dich nervös",
        "Spazieren am Fluss tut mir gut | what_helped | Spazieren am Fluss tut dir gut",
        "ich will morgen meinen Bruder anrufen | promise | du wolltest morgen deinen Bruder anrufen",
        "Ich wohne bei meiner Oma | fact | du wohnst bei deiner Oma",
        "ich arbeite als Pflegerin und bin müde | fact | du arbeitest als Pflegerin"
      })
  void learns_simple_facts_in_german(String text, String type, String content) {
    assertLearned(text, Language.GERMAN, type, content);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "我姐姐叫小芳，她也是护士 | person | 你的姐姐叫小芳",
        "我的狗狗叫豆豆 | person | 你的狗狗叫豆豆",
        "下周五我有期末考试 | event | 你提到过下周五有期末考试",
        "我很喜欢画画 | preference | 你喜欢画画",
        "人多的地方让我特别紧张 | trigger | 人多的地方会让你紧张",
        "去河边走走能让我平静下来 | what_helped | 去河边走走能让你平静下来",
        "和我妹妹聊天对我很有帮助 | what_helped | 和你妹妹聊天对你很有帮助",
        "我打算明天给弟弟打电话 | promise | 你说过要明天给弟弟打电话",
        "我住在成都。 | fact | 你住在成都",
        "我在医院工作，很累 | fact | 你在医院工作"
      })
  void learns_simple_facts_in_chinese(String text, String type, String content) {
    assertLearned(text, Language.CHINESE, type, content);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "मेरी बहन का नाम आना है | person | आपकी बहन का नाम आना है",
        "meri behen ka naam Ana hai | person | आपकी बहन का नाम Ana है",
        "मेरे पापा का नाम रमेश था | person | आपके पापा का नाम रमेश था",
        "कल मेरा इंटरव्यू है | event | आपने इंटरव्यू के बारे में बताया था (कल)",
        "मुझे बारिश में टहलना बहुत पसंद है | preference | आपको बारिश में टहलना पसंद है",
        "मेरे बॉस के सामने मुझे डर लगता है | trigger | आपके बॉस के सामने आपको डर लगता है",
        "संगीत सुनने से मुझे राहत मिलती है | what_helped | संगीत सुनने से आपको राहत मिलती है",
        "मैं कल माँ को फ़ोन करूँगी | promise | आपने कल माँ को फ़ोन करने की सोची थी",
        "मैं दिल्ली में रहता हूँ | fact | आपका घर दिल्ली में है",
        "मैं नर्स हूँ | fact | आप नर्स हैं"
      })
  void learns_simple_facts_in_hindi(String text, String type, String content) {
    assertLearned(text, Language.HINDI, type, content);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "أختي اسمها هناء | person | أختك اسمها هناء",
        "وأخوي اسمه خالد | person | أخوك اسمه خالد",
        "عندي امتحان كيمياء يوم الأحد | event | حدثتني عن امتحان كيمياء (يوم الأحد)",
        "أحب المشي على البحر لكن | preference | من الأشياء القريبة إلى قلبك المشي على البحر",
        "مديري بيوترني | trigger | مديرك يوترك",
        "الكلام مع أختي بيريحني | what_helped | الكلام مع أختك يريحك",
        "سأتصل بأمي غدا | promise | كان في نيتك الاتصال بأمك غدا",
        "أعيش مع جدتي | fact | سكنك مع جدتك",
        "بشتغل في بنك وتعبت | fact | عملك في بنك"
      })
  void learns_simple_facts_in_arabic(String text, String type, String content) {
    assertLearned(text, Language.ARABIC, type, content);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HINDI | मुझे कुछ अच्छा नहीं लगता है",
        "HINDI | मैं डर में रहता हूँ",
        "HINDI | क्या मुझे राहत मिलेगी",
        "HINDI | मैं उससे बात नहीं करूँगा",
        "ARABIC | ما بحب الزحمة",
        "ARABIC | هل هذا يساعدني",
        "ARABIC | الدوا ما بيريحني",
        "ARABIC | أعيش في خوف",
        "ARABIC | لا شيء يساعدني",
        "PORTUGUESE | gosto disso",
        "PORTUGUESE | isso me ajudou",
        "PORTUGUESE | não vou ligar para ele",
        "PORTUGUESE | o trabalho em equipe cansa",
        "PORTUGUESE | vivo com medo",
        "FRENCH | j'aime pas les gens",
        "FRENCH | j'aimerais dormir un peu",
        "FRENCH | ça m'aide",
        "FRENCH | ma mère et moi",
        "GERMAN | weil meine Schwester Angst hat",
        "GERMAN | dass meine Mutter Krebs hat",
        "GERMAN | Das macht mir Angst",
        "GERMAN | Es hilft mir nicht",
        "GERMAN | Ich mag nicht mehr",
        "GERMAN | ich will nicht mit ihm reden",
        "CHINESE | 我朋友叫外卖去了",
        "CHINESE | 我妈妈叫我起床",
        "CHINESE | 这让我很难过",
        "CHINESE | 散步也不能让我平静",
        "CHINESE | 我喜欢你"
      })
  void takes_no_other_sentence_for_a_fact(Language language, String text) {
    assertThat(learn(text, language)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hoje minha irmã Ana veio me ver | person | sua irmã se chama Ana",
        "meu cachorro se chama Bento | person | seu cachorro se chama Bento",
        "Tenho uma prova de cálculo na sexta | event | você tinha uma prova de cálculo pela frente (na sexta)",
        "Gosto de pintar com meus filhos | preference | você gosta de pintar com seus filhos",
        "adoro o mar, de manhã cedo | preference | você adora o mar",
        "Lugares barulhentos me deixam ansiosa | trigger | Lugares barulhentos te deixam ansiosa",
        "Os aviões dão-me medo | trigger | Os aviões te dão medo",
        "Caminhar com meu cachorro me ajuda | what_helped | Caminhar com seu cachorro te ajuda",
        "Amanhã vou ligar para minha mãe | promise | você queria ligar para sua mãe",
        "Moro com minha avó | fact | você mora com sua avó",
        "eu trabalho num hospital | fact | você trabalha num hospital"
      })
  void learns_simple_facts_in_portuguese(String text, String type, String content) {
    assertLearned(text, Language.PORTUGUESE, type, content);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ma sœur Anna est passée | person | ta sœur s'appelle Anna",
        "mon chien s'appelle Rex | person | ton chien s'appelle Rex",
        "J'ai un partiel de bio vendredi | event | tu avais un partiel de bio qui approchait (vendredi)",
        "J’aime bien peindre avec mes enfants | preference | tu aimes peindre avec tes enfants",
        "Le bruit me rend nerveuse | trigger | Le bruit te rend nerveuse",
        "Les foules m'angoissent | trigger | Les foules t'angoissent",
        "Marcher avec mon chien m'aide | what_helped | Marcher avec ton chien t'aide",
        "La musique me fait du bien | what_helped | La musique te fait du bien",
        "Demain je vais appeler ma mère | promise | tu voulais appeler ta mère",
        "Je vais m'inscrire à la chorale | promise | tu voulais t'inscrire à la chorale",
        "J'habite chez ma grand-mère | fact | tu habites chez ta grand-mère",
        "je travaille à l'hôpital | fact | tu travailles à l'hôpital"
      })
  void learns_simple_facts_in_french(String text, String type, String content) {
    assertLearned(text, Language.FRENCH, type, content);
  }

  @Test
  void does_not_learn_what_is_known() {
    List<Memory> known = learn("My sister Ana came by", Language.ENGLISH);
    assertThat(
            remembering.learn(List.of("my sister Ana called, I like tea"), Language.ENGLISH, known))
        .extracting(Memory::type)
        .containsExactly("preference");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "I like it",
        "it helped me",
        "what helps me?",
        "I'd like that",
        "my sister and I"
      })
  void does_not_take_everything_for_a_fact(String text) {
    assertThat(learn(text, Language.ENGLISH)).isEmpty();
  }

  @Test
  void recall_prefers_what_fits_then_what_matters_then_what_is_new() {
    assertThat(RecallWeights.score(1, 0.5, 365)).isGreaterThan(RecallWeights.score(0, 1, 0));
    assertThat(RecallWeights.score(0, 1, 30)).isGreaterThan(RecallWeights.score(0, 0.5, 30));
    assertThat(RecallWeights.score(0, 0.5, 0)).isGreaterThan(RecallWeights.score(0, 0.5, 30));
  }

  private void assertLearned(String text, Language language, String type, String content) {
    assertThat(learn(text, language))
        .anySatisfy(memory -> {
          assertThat(memory.type()).isEqualTo(type);
          assertThat(memory.content()).isEqualTo(content);
        });
  }

  private List<Memory> learn(String text, Language language) {
    return remembering.learn(List.of(text), language, List.of());
  }
}
