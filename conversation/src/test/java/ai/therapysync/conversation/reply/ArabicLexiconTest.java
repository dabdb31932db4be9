package ai.therapysync.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.language.Language;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Arabic as people write it: standard and Egyptian, of the Levant, the Gulf and the Maghreb, and in
 * Latin letters.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArabicLexiconTest {
  private final Listener listener = new Listener();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "ما بنام الليل | sleep",
        "مش عارف أنام خالص | sleep",
        "والنوم طاير من عيني | sleep",
        "صاحي للفجر كل يوم | sleep",
        "الشغل ضاغط عليا | work",
        "ومديري يصرخ علي | work",
        "تعبت من الدوام | work",
        "طردوني من الشغل | work",
        "عندي امتحان بكرة | study",
        "خايفة من النتيجة | study",
        "رسبت في المادة | study",
        "3andi emte7an bokra | study",
        "أمي لا تفهمني | family",
        "وأبوي ما يكلمني | family",
        "اهلي ضاغطين عليا للجواز | family",
        "حماتي بتتدخل في كل حاجة | family",
        "زوجي ما بيحكي معي | partner",
        "خطيبتي تركتني | partner",
        "جوزي خانني | partner",
        "طلقني بعد عشر سنين | partner",
        "أشعر بالوحدة | lonely",
        "قاعد لحالي طول الوقت | lonely",
        "محدش بيسأل عليا | lonely",
        "wa7di dayman | lonely",
        "والدتي توفيت السنة الماضية | grief",
        "ابوي مات | grief",
        "راحت عند ربها | grief",
        "الله يرحمها كانت كل شي | grief",
        "قلقان على مستقبلي | anxiety",
        "أنا خائفة جدا | anxiety",
        "دماغي مش بتقف عن التفكير | anxiety",
        "مو قادر اتنفس | anxiety",
        "حزينة وأبكي كل ليلة | low",
        "زعلان من نفسي | low",
        "مالي خلق لشي | low",
        "فاضي من جوا | low",
        "معصب من كل شي | anger",
        "حاسس بظلم وقهر | anger",
        "طفح الكيل | anger",
        "بكرهه | anger",
        "عندي صداع من اسبوع | health",
        "الدكتور قال لازم عملية | health",
        "وجع ظهري ما بيروح | health",
        "ما معي مصاري | money",
        "عليا ديون كتير | money",
        "الراتب خلص | money",
        "أنا فاشل | worth",
        "كله بسببي | worth",
        "ما عندي ثقة بنفسي | worth",
        "حاسة بالذنب | worth",
        "رجعت أشرب | habit",
        "مدمن على القمار | habit",
        "أنا سعيد اليوم | progress",
        "مبسوطة جدا | progress",
        "نجحت في الامتحان! | progress",
        "صرت أحسن شوي | progress",
        "زوجي يضربني | violence",
        "أبوي بيضربني | violence",
        "بيهددني كل يوم | violence",
        "صاحبتي عايزة تموت | someone_else",
        "صديقي قال إنه يريد أن ينتحر | someone_else"
      })
  void hears_what_it_is_about(String text, String theme) {
    assertThat(hear(text).themes()).contains(theme);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "تعبت من الدوام | tired",
        "حزينة وأبكي كل ليلة | sad",
        "فاضي من جوا | numb",
        "حاسة بالذنب | ashamed",
        "أنا سعيد اليوم | glad"
      })
  void hears_what_is_felt(String text, String emotion) {
    assertThat(hear(text).emotions()).contains(emotion);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "أهلا | family",
        "فقدت شغلي | grief",
        "الدوام طويل | health",
        "مش مبسوط | progress",
        "لست سعيدا | progress",
        "مو فرحان | progress",
        "كنت مبسوطة زمان | progress",
        "نفسي أكون سعيدة | progress",
        "ساعدني | progress",
        "مش تمام | progress",
        "هديت شوية بس لسه خايفة | progress"
      })
  void does_not_hear_what_is_not_meant(String text, String theme) {
    assertThat(hear(text).themes()).doesNotContain(theme);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "أهلا | GREETING",
        "السلام عليكم ورحمة الله | GREETING",
        "صباح الخير | GREETING",
        "شلونك | SMALL_TALK",
        "ازيك عامل ايه | SMALL_TALK",
        "شكرا كتير | THANKS",
        "يعطيك العافية | THANKS",
        "تصبحي على خير | GOODBYE",
        "يلا باي | GOODBYE",
        "هل أنت إنسان؟ | BOT",
        "انت روبوت ولا بني ادم | BOT",
        "هل كلامي سري | PRIVATE",
        "شو بتتذكر عني | MEMORY",
        "بدي احكي مع حدا حقيقي | HUMAN",
        "أريد طبيبا نفسيا | HUMAN",
        "هل عندي اكتئاب؟ | DIAGNOSIS",
        "كم حبة آخذ؟ | MEDICINE",
        "شو أعمل؟ | ADVICE",
        "اعمل ايه طيب | ADVICE",
        "مش عارف أعمل إيه | ADVICE",
        "عايز أهدى | EXERCISE",
        "هديني بالله عليك | EXERCISE",
        "انت مش فاهمني | REPAIR",
        "بطل أسئلة | REPAIR",
        "وقف | STOP",
        "كفاية | STOP",
        "خلاص كفاية | STOP",
        "أيوه | YES",
        "ايوااااا | YES",
        "نعم من فضلك | YES",
        "واخا | YES",
        "لا | NO",
        "لا شكرا | NO",
        "لا أعرف | UNSURE",
        "ما بعرف | UNSURE",
        "مش عارفة | UNSURE",
        "شكرا تصبح على خير | GOODBYE",
        "مدري والله | UNSURE",
        "ولا شي | none",
        "خلاص خلصت | none",
        "تم | none",
        "لدي سؤال | none"
      })
  void hears_what_is_wanted(String text, Intent wanted) {
    assertThat(hear(text).intent().orElse(null)).isEqualTo(wanted);
  }

  private Heard hear(String text) {
    return listener.hear(text, Language.ARABIC);
  }
}
