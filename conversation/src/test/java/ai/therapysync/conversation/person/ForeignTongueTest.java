package ai.therapysync.conversation.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Languages that we don't speak are noticed, and ours are not taken for them. */
class ForeignTongueTest {
  private final ForeignTongue tongues = new ForeignTongue();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ru | я сегодня очень устал и не могу спать",
        "uk | мені сьогодні дуже сумно і я не можу їсти",
        "ja | 今日はとても疲れていて眠れません",
        "ko | 오늘 너무 힘들고 잠이 안 와요",
        "th | วันนี้เหนื่อยมากนอนไม่หลับ",
        "he | אני מאוד עייף היום",
        "el | είμαι πολύ κουρασμένος σήμερα",
        "fa | امروز خیلی خسته هستم و حالم خوب نیست",
        "ur | آج میں بہت تھکا ہوا ہوں اور نیند نہیں آ رہی ہے",
        "tr | bugün çok yorgunum, ışığı kapatıp ağlıyorum",
        "pl | jestem dziś bardzo zmęczona i nie mogę spać, łzy",
        "vi | hôm nay tôi rất mệt và không ngủ được",
        "it | oggi sono molto stanca e non mi sento bene",
        "nl | ik ben moe en ik weet niet wat ik moet doen",
        "other | আমি আজ খুব ক্লান্ত"
      })
  void aForeignTongueIsNoticed(String tongue, String text) {
    assertThat(tongues.of(text)).contains(tongue);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my sister Anna lives in Lyon",
        "mi hermana vive en Lyon, mañana voy",
        "não consigo dormir, estou cansado",
        "je suis fatiguée, ça ne va pas très bien",
        "ich bin müde und weiß nicht weiter",
        "我今天很累，睡不着",
        "मैं बहुत थक गया हूँ",
        "أنا تعبان اليوم",
        "گلبي يوجعني",
        "aaj bahut thak gaya hu yaar",
        "ana ta3ban awi",
        "ok",
        "😭",
        "omg Маша texted me again and I don't know what to say"
      })
  void oursAreNot(String text) {
    assertThat(tongues.of(text)).isEmpty();
  }
}
