package ai.therapysync.conversation.reply;

import static ai.therapysync.conversation.reply.GoldenConversationsTest.reads;
import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.person.Culture;
import ai.therapysync.crisis.language.Language;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whole conversations, as different people would have them; read before they were kept. */
class PortugueseAndFrenchConversationsTest {
  private final OfflineCompanion companion = new OfflineCompanion();

  @Test
  void um_viuvo_e_o_pao_de_domingo() {
    Talk joao =
        new Talk(companion)
            .in(Language.PORTUGUESE)
            .of(faithful(Language.PORTUGUESE))
            .remembering(Talk.memory("fact", "pão", "sua mulher Lúcia fazia pão aos domingos"));
    joao.says("Boa noite");
    assertThat(joao.says("Minha mulher faleceu há quatro meses")).contains("Lúcia fazia pão");
    assertThat(joao.says("A casa ficou muito vazia, não sei o que fazer com o silêncio"))
        .doesNotContain("resposta certa");
    joao.says("Fomos casados quarenta anos");
    joao.says("Meus filhos ligam, mas moram longe");
    joao.says("Choro à noite, quando ninguém vê");
    joao.says("Não durmo direito");
    assertThat(joao.says("sim")).doesNotContain("respirar comigo");
    assertThat(joao.says("Hoje fui à missa e me senti melhor"))
        .containsAnyOf("orgulho", "feliz", "momentos", "pausa");
    joao.says("Tenho medo de esquecer a voz dela");
    joao.says("A minha nora diz que eu devia vender a casa");
    joao.says("não sei");
    joao.says("Obrigado por me ouvir");
    assertThat(joao.says("Boa noite")).doesNotContain("?").doesNotContain("Olá");
    assertThat(String.join(" ", joao.answers())).contains("sua fé").doesNotContain("exercício");
    reads(joao);
  }

  @Test
  void uma_estudante_volta_ao_quarto() {
    Talk bia =
        new Talk(companion)
            .in(Language.PORTUGUESE)
            .with(Talk.voice("Vera", "CBT", "direct"))
            .remembering(
                Talk.memory("event", "prova", "você tinha uma prova de cálculo pela frente"));
    assertThat(bia.says("oi, tudo bem?")).contains("prova de cálculo");
    bia.says("não consigo estudar, tô mt ansiosa, coração acelerado");
    assertThat(bia.says("quero")).contains("cinco coisas");
    bia.says("mesa, lâmpada, caderno, janela, celular");
    bia.says("a cadeira, meu moletom, o chão, o cabelo");
    assertThat(bia.says("não sei")).contains("cheiros");
    bia.says("café e sabonete");
    assertThat(bia.says("pasta de dente")).contains("Como está o seu corpo");
    bia.says("um pouco melhor. mas ainda acho que sou burra");
    assertThat(bia.says("meu pai sempre dizia isso")).contains("seu pai");
    assertThat(bia.says("sei lá")).contains("pressa");
    bia.says("vc é um robô?");
    assertThat(bia.says("acho que vou dormir")).doesNotContain("?");
    reads(bia);
  }

  @Test
  void une_infirmiere_de_nuit() {
    Talk nadia =
        new Talk(companion)
            .in(Language.FRENCH)
            .remembering(
                Talk.memory("what_helped", "tisane", "une tisane avant le coucher te fait du bien"))
            .towards("Être au lit avant minuit");
    nadia.says("Bonsoir, je suis infirmière et je travaille de nuit");
    assertThat(nadia.says("quand je rentre, j'arrive pas à fermer l'œil"))
        .containsAnyOf("nuit", "sommeil", "lit");
    assertThat(nadia.says("hier un monsieur est mort pendant ma garde, j'arrête pas d'y penser"))
        .containsAnyOf("deuil", "désolé", "perte", "amour");
    assertThat(nadia.says("ma cheffe m'a remise de nuit")).contains("travail");
    nadia.says("je suis crevée");
    nadia.says("non");
    nadia.says("mon mari comprend pas");
    assertThat(nadia.says("je peux prendre un somnifère de plus ?")).contains("pharmacie");
    assertThat(nadia.says("un exercice pour respirer, c'est possible ?")).contains("Inspire");
    nadia.says("fait");
    nadia.says("c'est fait");
    assertThat(nadia.says("fini")).contains("une minute de calme");
    assertThat(nadia.sends(MessageType.AUDIO, "")).contains("messages vocaux");
    assertThat(nadia.says("je me sens mieux, je vais essayer de me coucher plus tôt"))
        .contains("Être au lit avant minuit");
    assertThat(nadia.says("merci, bonne nuit")).doesNotContain("?");
    reads(nadia);
  }

  @Test
  void un_pere_en_colere() {
    Talk marc =
        new Talk(companion)
            .in(Language.FRENCH)
            .with(Talk.voice("Bruno", "solution-focused", "encouraging"))
            .remembering(Talk.memory("person", "Lucas (ton fils)", "ton fils s'appelle Lucas"))
            .towards("Ne pas crier à la maison");
    marc.says("j'ai la rage");
    assertThat(marc.says("mon fils m'a traité de minable devant tout le monde")).contains("Lucas");
    marc.says("je lui ai hurlé dessus. après je me suis senti comme une merde");
    marc.says("je fais quoi alors ?");
    marc.says("ma femme trouve que j'exagère");
    assertThat(marc.says("c'est pas ce que j'ai dit, tu comprends rien")).contains("Pardon");
    marc.says("j'en ai marre d'être le méchant");
    marc.saysInDistress("des fois je me dis qu'ils seraient mieux sans moi");
    assertThat(marc.says("non, c'est pas ça. je suis fatigué")).contains("Merci d'avoir répondu");
    assertThat(marc.says("aujourd'hui on a parlé sans crier, j'ai réussi"))
        .contains("Ne pas crier à la maison");
    marc.says("il a même rigolé");
    assertThat(marc.says("merci mec")).doesNotContain("Bonjour");
    assertThat(marc.says("salut")).doesNotContain("?");
    reads(marc);
  }

  private static Culture faithful(Language language) {
    return new Culture(
        Optional.of(language), "", "extended", "indirect", true, "", List.of(), List.of());
  }
}
