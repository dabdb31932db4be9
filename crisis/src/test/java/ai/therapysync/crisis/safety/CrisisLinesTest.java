package ai.therapysync.crisis.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.people.PhoneNumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CrisisLinesTest {
  private final CrisisLines lines = CrisisLines.load();

  @ParameterizedTest
  @CsvSource({
    "US, 988, 911", "CA, 988, 911", "GB, 116 123, 999", "IE, 116 123, 112", "AU, 13 11 14, 000",
    "NZ, 1737, 111", "ES, 024, 112", "MX, 800 911 2000, 911", "BR, 188, 192", "PT, 1411, 112",
    "FR, 3114, 112", "DE, 0800 111 0 111, 112", "AT, 142, 112", "CH, 143, 112", "CN, 12356, 110",
    "IN, 14416, 112"
  })
  void namesTheCrisisLineAndTheEmergencyNumberOfACountry(
      String region, String line, String emergency) {
    Lines known = lines.of(region).orElseThrow();
    assertThat(known.crisis(Language.ENGLISH).orElseThrow().number()).isEqualTo(line);
    assertThat(known.emergency()).contains(emergency);
  }

  @ParameterizedTest
  @CsvSource({
    "US, 1-800-799-7233",
    "ES, 016",
    "GB, 0808 2000 247",
    "FR, 3919",
    "DE, 116 016",
    "BR, 180"
  })
  void namesALineForViolenceAtHome(String region, String number) {
    Lines known = lines.of(region).orElseThrow();
    assertThat(known.abuse(Language.ENGLISH).orElseThrow().number()).isEqualTo(number);
  }

  @Test
  void everyLineHasASourceADateAndANumberOfARealCountry() {
    List<String> countries = List.of(Locale.getISOCountries());
    for (String region : lines.regions()) {
      assertThat(countries).contains(region);
      Lines known = lines.of(region).orElseThrow();
      assertThat(known.emergency()).as(region).isPresent();
      for (CrisisLine line : known.all()) {
        assertThat(line.number()).as(region).matches("[*0-9][0-9 -]*");
        assertThat(line.organisation()).isNotBlank();
        assertThat(line.opening().languages()).allMatch(code -> code.matches("[a-z]{2}"));
        assertThat(line.opening().hours()).matches("24/7|-|\\d{1,2}-\\d{1,2}");
        CrisisLine.Provenance from = line.provenance();
        assertThat(from.publisher()).isNotBlank();
        assertThat(from.page().getScheme()).startsWith("http");
        assertThat(from.page().getHost()).isNotBlank();
        assertThat(from.dated().orElse(YearMonth.from(from.checked())))
            .isBetween(YearMonth.of(2015, 1), YearMonth.from(from.checked()));
      }
    }
  }

  /** The one that it doesn't know: the country's regulator names another, and is newer. */
  @ParameterizedTest
  @EnumSource(
      value = CrisisLine.Kind.class,
      names = {"EMERGENCY", "AMBULANCE", "POLICE"})
  void emergencyNumbersAreThoseOfLibphonenumber(CrisisLine.Kind kind) {
    ShortNumberInfo numbers = ShortNumberInfo.getInstance();
    for (String region : lines.regions()) {
      for (CrisisLine line : lines.of(region).orElseThrow().all()) {
        boolean known = line.kind() != kind || region.equals("NG");
        assertThat(known || numbers.isEmergencyNumber(line.number(), region))
            .as("%s %s", region, line.number())
            .isTrue();
      }
    }
  }

  @Test
  void knowsLinesForYoungPeopleAndForPoisoning() {
    Lines britain = lines.of("GB").orElseThrow();
    assertThat(britain.child(Language.ENGLISH).orElseThrow().number()).isEqualTo("0800 1111");
    assertThat(britain.poison(Language.ENGLISH)).isEmpty();
    Lines america = lines.of("US").orElseThrow();
    assertThat(america.poison(Language.ENGLISH).orElseThrow().number()).isEqualTo("1-800-222-1222");
  }

  @Test
  void anIslandWithTheCallingCodeOfAnotherCountryIsNotGivenItsLines() {
    Lines bahamas = lines.forNumberRegion("BS", "US");
    assertThat(bahamas.emergency()).contains("911");
    assertThat(bahamas.crisis(Language.ENGLISH)).isEmpty();
  }

  @Test
  void hoursAreSaidOnlyWhenTheyAreKnownToBePartOfTheDay() {
    assertThat(crisisHours("IT")).contains("10-24");
    assertThat(crisisHours("CN")).isEmpty();
    assertThat(crisisHours("US")).isEmpty();
  }

  private Optional<String> crisisHours(String region) {
    CrisisLine line = lines.of(region).orElseThrow().crisis(Language.ENGLISH).orElseThrow();
    return line.opening().part();
  }

  @Test
  void prefersALineThatSpeaksThePersonsLanguage() {
    Lines belgium = lines.of("BE").orElseThrow();
    assertThat(belgium.crisis(Language.FRENCH).orElseThrow().number()).isEqualTo("0800 32 123");
  }

  @Test
  void sendsMedicalHelpWhereItHasANumberOfItsOwn() {
    assertThat(lines.of("FR").orElseThrow().ambulance()).contains("15");
    assertThat(lines.of("CN").orElseThrow().ambulance()).contains("120");
    assertThat(lines.of("US").orElseThrow().ambulance()).contains("911");
    assertThat(lines.of("BR").orElseThrow().police()).contains("190");
  }

  @Test
  void takesTheMainCountryOfTheCallingCodeWhereTheRegionHasNone() {
    assertThat(lines.forNumberRegion("JE", "GB").region()).isEqualTo("GB");
    assertThat(lines.forNumberRegion("ZZ", "ZZ")).isEqualTo(Lines.unknown());
    PhoneNumber puertoRico = PhoneNumber.parse("+17875550123", "ZZ").orElseThrow();
    Lines known = lines.forNumberRegion(puertoRico.region(), puertoRico.mainRegion());
    assertThat(known.crisis(Language.SPANISH).orElseThrow().number()).isEqualTo("988");
  }

  @Test
  void aBrokenRowIsNamedByItsLine() {
    assertThatThrownBy(() -> CrisisLines.read(List.of("# fine", "US | crisis | 988")))
        .hasMessageContaining("line 2");
    assertThatThrownBy(() ->
            CrisisLines.read(List.of("US | sorrow | A | 1 | - | 24/7 | en | https://a | 2025-05")))
        .hasMessageContaining("line 1");
  }
}
