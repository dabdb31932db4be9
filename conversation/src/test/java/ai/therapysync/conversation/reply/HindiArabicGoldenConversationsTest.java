package ai.therapysync.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.person.Culture;
import ai.therapysync.crisis.language.Language;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whole conversations in Hindi and Arabic, in the scripts and dialects that people write in. */
class HindiArabicGoldenConversationsTest {
  private final OfflineCompanion companion = new OfflineCompanion();

  @Test
  void a_widower_and_his_garden_in_hindi() {
    Talk om =
        new Talk(companion)
            .in(Language.HINDI)
            .of(culture("joint", "indirect", true))
            .remembering(
                Talk.memory("person", "सुधा (आपकी पत्नी)", "आपकी पत्नी का नाम सुधा था"),
                Talk.memory("what_helped", "बगीचा", "पौधों को पानी देने से आपको सुकून मिलता है"))
            .towards("हर सुबह टहलना");
    assertThat(om.says("नमस्ते")).contains("एआई साथी", "इंसान नहीं");
    assertThat(om.says("मेरी पत्नी तीन महीने पहले गुजर गई"))
        .contains("पत्नी का नाम सुधा था", "आपकी पत्नी के बारे में");
    assertThat(om.says("चालीस साल का साथ था")).contains("उनकी कमी");
    om.says("घर बहुत सूना लगता है");
    om.says("रात को नींद नहीं आती");
    om.says("बेटा अमेरिका में है, हफ्ते में एक बार फोन करता है");
    om.says("कल उसकी साड़ी मिली अलमारी में, मैं रो पड़ा");
    om.says("वो बहुत अच्छा खाना बनाती थी");
    om.says("मंदिर जाता हूँ कभी कभी");
    om.says("किसी से बात करने का मन नहीं करता");
    om.saysInDistress("कभी कभी लगता है उसके पास चला जाऊँ");
    assertThat(om.says("नहीं, ऐसा कुछ नहीं करूँगा")).contains("सच्चाई से जवाब");
    assertThat(om.says("आज पौधों को पानी दिया, थोड़ा अच्छा लगा")).contains("हर सुबह टहलना");
    assertThat(om.says("धन्यवाद")).contains("हिम्मत तो आपकी थी");
    assertThat(om.says("शुभ रात्रि")).doesNotContain("?");
    assertThat(String.join(" ", om.answers())).contains("आस्था").doesNotContain("सीमा");
    GoldenConversationsTest.reads(om);
  }

  @Test
  void a_student_who_writes_hindi_in_latin_letters() {
    Talk riya =
        new Talk(companion)
            .in(Language.HINDI)
            .with(Talk.voice("Vera", "CBT", "direct"))
            .remembering(Talk.memory("event", "neet", "आपने नीट की परीक्षा के बारे में बताया था"))
            .towards("रोज़ दो घंटे पढ़ना");
    assertThat(riya.says("hey")).contains("नीट की परीक्षा");
    riya.says("yaar bahut tension ho rahi hai, exam aa raha hai");
    assertThat(riya.says("kal raat se dil zor se dhadak raha hai, saans nahi aa rahi"))
        .contains("अभ्यास");
    assertThat(riya.says("haan theek hai")).contains("पाँच चीज़ें");
    riya.says("fan, kitaab, phone, bottle, khidki");
    riya.says("kapde, kursi, hawa, bistar");
    riya.says("gaadi, pankha, mummy ki awaaz");
    riya.says("chai ki khushbu, sabun");
    assertThat(riya.says("paani")).contains("अब शरीर में कैसा लग रहा है");
    assertThat(riya.says("thoda halka, par main kisi layak nahi hu"))
        .doesNotContain("गर्व", "काम आया");
    assertThat(riya.says("papa bolte hai doctor hi banna hai")).contains("अपनों");
    riya.says("pata nahi");
    assertThat(riya.says("tum robot ho kya?")).contains("कोई इंसान नहीं लिख रहा");
    assertThat(riya.says("neend ki goli leni chahiye kya")).contains("फ़ार्मासिस्ट");
    assertThat(riya.says("aaj do ghante padha, khush hu")).contains("रोज़ दो घंटे पढ़ना");
    riya.says("ok thanks");
    assertThat(riya.says("good night")).doesNotContain("?");
    GoldenConversationsTest.reads(riya);
  }

  @Test
  void a_student_in_panic_in_egyptian() {
    Talk nour =
        new Talk(companion)
            .in(Language.ARABIC)
            .with(Talk.voice("Vera", "CBT", "direct"))
            .remembering(Talk.memory("event", "امتحان", "حدثتني عن امتحان الكيمياء (يوم الأحد)"))
            .towards("مذاكرة ساعة كل يوم");
    assertThat(nour.says("هاي")).contains("امتحان الكيمياء");
    nour.says("عندي امتحان بكرة ومش قادرة اذاكر");
    assertThat(nour.says("قلبي بيدق بسرعة وخايفة اوي")).contains("تمرينًا");
    assertThat(nour.says("ماشي")).contains("خمسة أشياء");
    nour.says("مكتب، لمبة، كتاب، موبايل، شباك");
    nour.says("الكرسي والهدوم والهوا والموبايل");
    nour.says("عربيات ومروحة وماما");
    nour.says("قهوة وصابون");
    assertThat(nour.says("نعناع")).contains("كيف جسدك الآن");
    nour.says("اهدى شوية بس لسه حاسة اني فاشلة");
    assertThat(nour.says("بابا دايما بيقارني بأختي")).contains("البيت");
    nour.says("مش عارفة");
    assertThat(nour.says("انت انسان ولا روبوت؟")).contains("لا يكتب لك هنا إنسان");
    assertThat(nour.says("طيب اعمل ايه")).contains("نصيحة");
    assertThat(nour.says("النهارده ذاكرت ساعتين ومبسوطة")).contains("مذاكرة ساعة كل يوم");
    nour.says("شكرا ليك");
    assertThat(nour.says("تصبح على خير")).doesNotContain("؟");
    GoldenConversationsTest.reads(nour);
  }

  @Test
  void a_nurse_who_cannot_sleep_in_moroccan() {
    Talk salma =
        new Talk(companion)
            .in(Language.ARABIC)
            .remembering(
                Talk.memory("person", "هناء (أختك)", "أختك اسمها هناء"),
                Talk.memory("what_helped", "البحر", "المشي على البحر يهدئك"))
            .towards("النوم قبل الحادية عشرة");
    salma.says("slm");
    assertThat(salma.says("ma kan9derch n3as, lkhedma mat3ba"))
        .containsAnyOf("النوم", "الليل", "ليال");
    salma.says("كنفيق مع الثلاثة د الليل وما كننعسش");
    salma.says("البارح كنت غادي ندير غلطة فالخدمة وخفت بزاف");
    assertThat(salma.says("ختي كتقول ليا خلي الخدمة")).contains("العمل");
    assertThat(salma.says("أختي عندها الحق")).contains("أختك اسمها هناء");
    salma.says("عييت بزاف وبكيت فالطوموبيل");
    salma.says("من يناير");
    assertThat(salma.sends(MessageType.AUDIO, "")).contains("الرسائل الصوتية");
    salma.says("قلت ليك راني عيانة");
    assertThat(salma.says("واش عندي اكتئاب؟")).contains("مختص");
    assertThat(salma.says("واش ناخد حبوب النوم")).contains("الصيدلي");
    assertThat(salma.says("اليوم مشيت للبحر وحسيت براسي مرتاحة"))
        .containsAnyOf("المشي على البحر يهدئك", "النوم قبل الحادية عشرة");
    assertThat(salma.says("chokran")).contains("الشجاعة كانت منك");
    assertThat(salma.says("bslama")).doesNotContain("؟");
    GoldenConversationsTest.reads(salma);
  }

  private static Culture culture(String family, String style, boolean faith) {
    return new Culture(Optional.empty(), "", family, style, faith, "", List.of(), List.of());
  }
}
