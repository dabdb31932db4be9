package ai.therapysync.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.reply.ReplyRequest.Incoming;
import ai.therapysync.crisis.language.Language;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is understood, and what only looks as if it were meant. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListenerTest {
  private final Listener listener = new Listener();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "não preguei o olho de novo | sleep",
        "tô no plantão e meu chefe não larga do meu pé | work",
        "amanhã tenho prova e n estudei nada | study",
        "meus pais não falam comigo desde domingo | family",
        "meu ex me mandou msg ontem | partner",
        "ninguém me procura, tô me sentindo só | lonely",
        "a minha avó faleceu na terça | grief",
        "to com mta ansiedade e falta de ar | anxiety",
        "não tenho vontade de nada | low",
        "tô de saco cheio disso tudo | anger",
        "a enxaqueca voltou, fui ao médico | health",
        "não dou conta de pagar os boletos | money",
        "não sirvo pra nada mesmo | worth",
        "tive uma recaída, bebi ontem | habit",
        "deu certo, passei no vestibular | progress",
        "ele me bateu de novo | violence",
        "meu amigo diz que vai se matar | someone_else"
      })
  void hears_what_portuguese_is_about(String text, String theme) {
    assertThat(theme(text, Language.PORTUGUESE)).contains(theme);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jai pas fermé l'oeil cette nuit | sleep",
        "le taf me bouffe, mon patron m'appelle même le dimanche | work",
        "j'ai mon partiel demain et j'ai rien révisé | study",
        "mes parents me parlent plus | family",
        "mon mec m'a trompée | partner",
        "personne m'appelle, je me sens seule | lonely",
        "ma grand-mère est décédée mardi | grief",
        "j'ai la boule au ventre, j'angoisse pour tout | anxiety",
        "j'ai plus envie de rien | low",
        "j'en ai marre, il m'énerve | anger",
        "la migraine est revenue, j'ai vu le médecin | health",
        "je peux pas payer le loyer | money",
        "je suis bonne à rien | worth",
        "j'ai rechuté, j'ai bu hier | habit",
        "j'ai réussi mon examen, je suis trop contente | progress",
        "il m'a encore frappée | violence",
        "mon ami dit qu'il veut mourir | someone_else"
      })
  void hears_what_french_is_about(String text, String theme) {
    assertThat(theme(text, Language.FRENCH)).contains(theme);
  }

  /** The word is there, and the thing is not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "meu celular morreu no meio da ligação | grief",
        "me bateu uma saudade dela | violence",
        "todo dia eu luto contra isso | grief",
        "moro em outro país | family",
        "meu sobrinho chegou | habit",
        "todo mundo estaria bem melhor sem mim | progress",
        "só consegui dormir duas horas | progress",
        "não estou feliz | progress",
        "queria ficar mais calma | progress",
        "fiz uns exames e espero o resultado | study",
        "de acordo com ela está tudo certo | sleep",
        "vou beber água | habit",
        "tu tens razão | anxiety",
        "minha mãe foi obrigada a vender a casa | progress"
      })
  void is_not_misled_by_portuguese(String text, String theme) {
    assertThat(themes(text, Language.PORTUGUESE)).doesNotContain(theme);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mon portable est mort | grief",
        "j'étais mort de rire | grief",
        "ce n'est plus la peine | grief",
        "t'inquiète, pas de souci | anxiety",
        "il a même rigolé | family",
        "je m'accroche comme je peux | habit",
        "on a joué aux échecs | worth",
        "ils seraient bien mieux sans moi | progress",
        "je me sens pas mieux | progress",
        "rien ne m'a aidé | progress",
        "je me bat contre ça tous les jours | violence",
        "j'ai peur de lui dire la vérité | violence",
        "je me tape tout le ménage | violence",
        "je m'enferme dans ma chambre | violence",
        "je veut mourir | someone_else",
        "c'est la seule chose qui compte | lonely",
        "je me trompe souvent | partner"
      })
  void is_not_misled_by_french(String text, String theme) {
    assertThat(themes(text, Language.FRENCH)).doesNotContain(theme);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "oi, tudo bem? | GREETING",
        "vlw | THANKS",
        "obrigada por me ouvir | THANKS",
        "tchau, até amanhã | GOODBYE",
        "acho que vou dormir | GOODBYE",
        "vc é um robô? | BOT",
        "quem lê isso? | PRIVATE",
        "o que você sabe sobre mim? | MEMORY",
        "queria falar com uma pessoa de verdade | HUMAN",
        "será que tenho tdah? | DIAGNOSIS",
        "posso parar de tomar o remédio? | MEDICINE",
        "oq eu faço? | ADVICE",
        "respira comigo | EXERCISE",
        "vc já perguntou isso | REPAIR",
        "chega | STOP",
        "sei lá | UNSURE",
        "quero | YES",
        "sim, obrigada | YES",
        "não, obrigado | NO",
        "claro que não | NO",
        "quero morrer | -",
        "tenho que fazer o jantar | -",
        "não sei o que fazer com esse silêncio todo | -",
        "meu pai me deu um conselho ontem | -",
        "para mim é difícil | -"
      })
  void knows_what_is_wanted_in_portuguese(String text, String intent) {
    assertThat(intent(text, Language.PORTUGUESE)).isEqualTo(intent);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "slt, ça va ? | GREETING",
        "Bonjour, c'est Monique | GREETING",
        "merci de m'avoir écoutée | THANKS",
        "bonne nuit, à demain | GOODBYE",
        "je vais me coucher | GOODBYE",
        "t'es un robot ? | BOT",
        "Vous êtes une vraie personne ? | BOT",
        "qui peut lire ça ? | PRIVATE",
        "tu te souviens de moi ? | MEMORY",
        "je veux parler à un humain | HUMAN",
        "est-ce que je suis bipolaire ? | DIAGNOSIS",
        "combien de cachets je peux prendre ? | MEDICINE",
        "je fais quoi ? | ADVICE",
        "aide-moi à me calmer | EXERCISE",
        "tu comprends rien | REPAIR",
        "laisse tomber | STOP",
        "jsp | UNSURE",
        "d'accord | YES",
        "ouais pourquoi pas | YES",
        "non merci | NO",
        "bien sûr que non | NO",
        "pas d'accord | -",
        "je ne sais plus quoi faire de tout ce silence | -",
        "y a plus rien | -",
        "assez bien | -"
      })
  void knows_what_is_wanted_in_french(String text, String intent) {
    assertThat(intent(text, Language.FRENCH)).isEqualTo(intent);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENGLISH | no thanks | NO",
        "ENGLISH | I'm not sure | UNSURE",
        "SPANISH | no sé | UNSURE",
        "SPANISH | para mí sola | -"
      })
  void the_intent_that_accounts_for_most_words_wins(Language language, String text, String intent) {
    assertThat(intent(text, language)).isEqualTo(intent);
  }

  @Test
  void what_greets_at_the_door_takes_leave_later() {
    List<Incoming> texts = List.of(new Incoming(MessageType.TEXT, "boa noite"));
    assertThat(listener.hear(texts, Language.PORTUGUESE, false).intent()).contains(Intent.GREETING);
    assertThat(listener.hear(texts, Language.PORTUGUESE, true).intent()).contains(Intent.GOODBYE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENGLISH | a breathing exercise please | breathing",
        "ENGLISH | let's do the thought record | thought_record",
        "SPANISH | un ejercicio de respiración | breathing",
        "PORTUGUESE | um exercício de aterramento | grounding",
        "PORTUGUESE | um exercício para dormir | sleep",
        "FRENCH | un exercice de respiration | breathing",
        "FRENCH | un exercice sur mes valeurs | values"
      })
  void knows_which_exercise_is_named(Language language, String text, String exercise) {
    assertThat(listener.hear(text, language).exercises()).first().isEqualTo(exercise);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENGLISH | your sister is called Ana | true",
        "ENGLISH | walks by the river | false",
        "SPANISH | te gusta pintar | true",
        "SPANISH | temas difíciles | false",
        "PORTUGUESE | Você mora com sua avó | true",
        "PORTUGUESE | sua irmã se chama Ana | true",
        "PORTUGUESE | teatro às quintas | false",
        "FRENCH | Ton chien s'appelle Rex | true",
        "FRENCH | t'occuper de tes plantes te fait du bien | true",
        "FRENCH | tous les jeudis | false"
      })
  void tells_what_is_said_to_them(Language language, String sentence, boolean toThem) {
    assertThat(listener.addresses(sentence, language)).isEqualTo(toThem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PORTUGUESE | minha vó não me liga | sua avó",
        "PORTUGUESE | meu avô não me liga | seu avô",
        "FRENCH | ma sœur m'appelle plus | ta sœur",
        "FRENCH | ma soeur m'appelle plus | ta sœur"
      })
  void knows_who_is_spoken_of(Language language, String text, String relation) {
    assertThat(listener.hear(text, language).relation()).contains(relation);
  }

  private Optional<String> theme(String text, Language language) {
    return listener.hear(text, language).theme();
  }

  private List<String> themes(String text, Language language) {
    return listener.hear(text, language).themes();
  }

  private String intent(String text, Language language) {
    return listener.hear(text, language).intent().map(Intent::name).orElse("-");
  }
}
