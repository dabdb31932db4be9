package ai.therapysync.gateway.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** One direction, no circle, and every kind of thing in the one room where it belongs. */
@AnalyzeClasses(
    packages = "ai.therapysync",
    importOptions = {ImportOption.DoNotIncludeTests.class, HouseRulesTest.NoFixtures.class})
final class HouseRulesTest {
  /** Other modules' fixtures come as a jar of tests. */
  static final class NoFixtures implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  @ArchTest
  static final ArchRule NO_CIRCLES =
      slices().matching("ai.therapysync.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule THE_CRISIS_DEPENDS_ON_NOBODY =
      noClasses()
          .that()
          .resideInAPackage("ai.therapysync.crisis..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "ai.therapysync.conversation..",
              "ai.therapysync.persistence..",
              "ai.therapysync.gateway..",
              "ai.therapysync.migrations..",
              "java.sql..",
              "java.net.http..");

  @ArchTest
  static final ArchRule THE_CONVERSATION_KNOWS_THE_CRISIS_ALONE =
      noClasses()
          .that()
          .resideInAPackage("ai.therapysync.conversation..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "ai.therapysync.persistence..",
              "ai.therapysync.gateway..",
              "ai.therapysync.migrations..",
              "java.sql..",
              "java.net.http..");

  @ArchTest
  static final ArchRule SQL_STANDS_IN_PERSISTENCE =
      noClasses()
          .that()
          .resideInAPackage("ai.therapysync.gateway..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.sql..", "org.jdbi.v3.core.statement..", "org.postgresql..")
                  .and(not(type(SQLException.class))));

  @ArchTest
  static final ArchRule TWILIO_IN_ONE_ROOM =
      noClasses()
          .that()
          .resideOutsideOfPackage("ai.therapysync.gateway.channel.twilio..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.twilio..");

  @ArchTest
  static final ArchRule MAIL_IN_ONE_ROOM_AND_IN_THE_SIMULATED_MAILBOXES =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "ai.therapysync.gateway.channel.email..", "ai.therapysync.gateway.simulator.mail..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.mail..");

  @ArchTest
  static final ArchRule THE_ENVIRONMENT_IS_READ_IN_CONFIG =
      noClasses()
          .that()
          .resideOutsideOfPackage("ai.therapysync.gateway.config..")
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class);

  @ArchTest
  static final ArchRule TIME_COMES_FROM_THE_CLOCK_THAT_IS_HANDED_IN =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC");

  @ArchTest
  static final ArchRule ONLY_WIRING_NAMES_ADAPTERS =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "ai.therapysync.gateway.wiring..",
              "ai.therapysync.gateway.channel.twilio..",
              "ai.therapysync.gateway.channel.meta..",
              "ai.therapysync.gateway.channel.email..",
              "ai.therapysync.gateway.model..",
              "ai.therapysync.persistence..")
          .should()
          .dependOnClassesThat()
          .haveSimpleNameStartingWith("Jdbi")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleName("TwilioChannel")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleName("MetaChannel")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleName("EmailChannel");

  @ArchTest
  static void theRulesSawTheHouse(JavaClasses classes) {
    if (classes.size() < 200) {
      throw new AssertionError("The rules looked at only " + classes.size() + " classes");
    }
  }
}
