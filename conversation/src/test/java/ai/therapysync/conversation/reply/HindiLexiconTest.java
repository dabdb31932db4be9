package ai.therapysync.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.language.Language;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hindi as people write it: in Devanagari and in Latin letters, with English in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HindiLexiconTest {
  private final Listener listener = new Listener();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "नींद बिल्कुल नहीं आ रही | sleep",
        "रात भर करवटें बदलता रहता हूँ | sleep",
        "mujhe neend nahi aati | sleep",
        "raat ko so nahi pata | sleep",
        "बॉस ने सबके सामने डाँटा | work",
        "naukri chali gayi | work",
        "ऑफिस जाने का मन नहीं करता | work",
        "मुझे नौकरी से निकाल दिया | work",
        "परीक्षा की तैयारी नहीं हो रही | study",
        "boards ke liye padhna hai par padh nahi pa raha | study",
        "फेल हो गई तो क्या होगा | study",
        "mere result kharab aaye | study",
        "माँ से रोज झगड़ा होता है | family",
        "papa mujhse baat nahi karte | family",
        "सास ताने मारती है | family",
        "ghar wale shaadi ke liye force kar rahe hai | family",
        "बीवी मायके चली गई | partner",
        "bf ne dhokha diya | partner",
        "मेरा ब्रेकअप हो गया | partner",
        "तलाक की बात चल रही है | partner",
        "बहुत अकेला महसूस करता हूँ | lonely",
        "koi nahi hai jisse baat karu | lonely",
        "कोई दोस्त नहीं है मेरा | lonely",
        "akelapan khaye ja raha hai | lonely",
        "दादी का देहांत हो गया | grief",
        "papa guzar gaye pichle saal | grief",
        "मेरे पिताजी नहीं रहे | grief",
        "kutta mar gaya mera | pet",
        "बहुत घबराहट हो रही है | anxiety",
        "tension ke maare bura haal hai | anxiety",
        "दिल जोर से धड़क रहा है, साँस नहीं आ रही | anxiety",
        "panic attack aaya kal | anxiety",
        "बहुत उदास हूँ | low",
        "man nahi lagta kisi cheez me | low",
        "रोना आ रहा है बार बार | low",
        "kuch accha nahi lagta | low",
        "बहुत गुस्सा आता है | anger",
        "mujhe sab pe chillana padta hai | anger",
        "उससे नफरत हो गई है | anger",
        "तंग आ गया हूँ इन सबसे | anger",
        "सिर में दर्द रहता है | health",
        "doctor ne bp bataya hai | health",
        "मेरी तबीयत ठीक नहीं रहती | health",
        "घुटनों में दर्द है | health",
        "पैसे नहीं बचे, किराया देना है | money",
        "karz bahut ho gaya hai | money",
        "emi nahi bhar pa raha | money",
        "मैं किसी काम का नहीं हूँ | worth",
        "sab meri galti hai | worth",
        "khud se nafrat hoti hai | worth",
        "शर्म आती है खुद पर | worth",
        "शराब छूटती नहीं | habit",
        "cigarette phir se shuru kar di | habit",
        "जुए में सब हार गया | habit",
        "आज बहुत अच्छा लगा | progress",
        "main pass ho gaya! | progress",
        "खुश हूँ आज | progress",
        "पति मुझे मारता है | violence",
        "wo mujhe maarta hai roz | violence",
        "पापा ने थप्पड़ मारा | violence",
        "मेरी दोस्त मरना चाहती है | someone_else",
        "dost ne kaha ki wo marna chahta hai | someone_else",
        "थोड़ा हल्का लग रहा है | progress"
      })
  void hears_what_it_is_about(String text, String theme) {
    assertThat(hear(text).themes()).contains(theme);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "काम से थक गया हूँ | tired",
        "बहुत अकेला महसूस करता हूँ | lonely",
        "बहुत उदास हूँ | sad",
        "रोना आ रहा है बार बार | sad",
        "अंदर से खाली खाली लगता है | numb",
        "शर्म आती है खुद पर | ashamed",
        "खुश हूँ आज | glad",
        "ज़िन्दगी से थक चुका हूँ | tired"
      })
  void hears_what_is_felt(String text, String emotion) {
    assertThat(hear(text).emotions()).contains(emotion);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "मन लग नहीं रहा | grief",
        "समझ नहीं रहे हैं लोग | grief",
        "घुटनों में दर्द है | anxiety",
        "मैं किसी काम का नहीं हूँ | work",
        "मैं खुश नहीं हूँ | progress",
        "main khush nahi hu | progress",
        "पहले खुश था | progress",
        "सुकून चाहिए बस | progress",
        "अच्छा नहीं लग रहा | progress",
        "ठीक नहीं हूँ | progress",
        "भाई नींद नहीं आती | family",
        "thoda halka, par dar lag raha hai | progress"
      })
  void does_not_hear_what_is_not_meant(String text, String theme) {
    assertThat(hear(text).themes()).doesNotContain(theme);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "नमस्ते | GREETING",
        "hii | GREETING",
        "ram ram ji | GREETING",
        "aap kaise ho? | SMALL_TALK",
        "बहुत बहुत शुक्रिया आपका | THANKS",
        "shukriya yaar | THANKS",
        "चलो बाय | GOODBYE",
        "ab sone ja raha hu | GOODBYE",
        "क्या आप इंसान हैं? | BOT",
        "aap insaan ho ya robot | BOT",
        "kisi ko bataoge to nahi | PRIVATE",
        "मेरे बारे में क्या याद है? | MEMORY",
        "mujhe real insaan se baat karni hai | HUMAN",
        "kya mujhe depression hai | DIAGNOSIS",
        "kitni goli leni chahiye | MEDICINE",
        "दवाई बंद कर दूँ क्या | MEDICINE",
        "main kya karu | ADVICE",
        "samajh nahi aa raha kya karun | ADVICE",
        "कोई एक्सरसाइज कराओ | EXERCISE",
        "saans wali exercise karte hai | EXERCISE",
        "mujhe shant karo please | EXERCISE",
        "आप समझ नहीं रहे हो | REPAIR",
        "tum bakwas kar rahe ho | REPAIR",
        "रुको | STOP",
        "bas karo | STOP",
        "हाँ | YES",
        "हां जी | YES",
        "theek hai chalo | YES",
        "haan ji | YES",
        "पता नहीं | UNSURE",
        "pata nahi yaar | UNSURE",
        "नहीं | NO",
        "nahi yaar | NO",
        "abhi nahi | STOP",
        "नहीं, आज मन नहीं है | NO",
        "shayad | UNSURE",
        "चाय की खुशबू | none",
        "कुछ नहीं | none"
      })
  void hears_what_is_wanted(String text, Intent wanted) {
    assertThat(hear(text).intent().orElse(null)).isEqualTo(wanted);
  }

  private Heard hear(String text) {
    return listener.hear(text, Language.HINDI);
  }
}
