package ai.therapysync.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the people of a household see of each other: what the flags open, and no more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseholdVisibilityTest {
  private static final String[] ALL_FLAGS = {
    "can_view_progress", "can_view_mood_data", "can_receive_alerts"
  };

  private final Cluster cluster = Cluster.start();
  private final Database database = cluster.empty().migrated();
  private final People people = new People(database);
  private UUID maya = UUID.randomUUID();
  private UUID tom = UUID.randomUUID();
  private UUID home = UUID.randomUUID();

  @BeforeEach
  void mayaHasAHomeAndAnAlert() {
    maya = people.joinWithAFullLife("Maya");
    tom = people.join("Tom");
    home =
        UUID.fromString(
            database.value("SELECT id FROM households WHERE primary_account_holder_id = ?", maya));
  }

  @AfterAll
  void stop() {
    cluster.close();
  }

  private List<String> tomSees(String table) {
    return database.as(tom, session -> Database.column(session, "SELECT 1 FROM " + table));
  }

  @ParameterizedTest
  @CsvSource({
    "can_view_progress, goals",
    "can_view_progress, goal_achievements",
    "can_view_mood_data, mood_entries",
    "can_receive_alerts, family_alerts",
  })
  void aFlagOpensItsTableAndNoOther(String flag, String table) {
    people.invite(home, tom, "accepted", flag);

    assertThat(tomSees(table)).hasSize(1);
    for (String other : List.of("goals", "goal_achievements", "mood_entries", "family_alerts")) {
      boolean progress = flag.equals("can_view_progress") && other.startsWith("goal");
      if (!other.equals(table) && !progress) {
        assertThat(tomSees(other)).as(other).isEmpty();
      }
    }
    assertThat(tomSees("user_behavior_analytics")).isEmpty();
  }

  @Test
  void allFlagsTogetherOpenTheDailyFiguresAndStillNoConversation() {
    people.invite(home, tom, "accepted", ALL_FLAGS);

    assertThat(tomSees("user_behavior_analytics")).hasSize(1);
    for (String table :
        List.of(
            "whatsapp_messages",
            "conversation_memory",
            "therapy_sessions",
            "assessments",
            "crisis_assessments",
            "crisis_interventions",
            "emergency_contacts",
            "whatsapp_integrations",
            "goal_insights")) {
      assertThat(tomSees(table)).as(table).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pending", "declined"})
  void whoHasNotAcceptedSeesNothingButTheInvitation(String status) {
    people.invite(home, tom, status, ALL_FLAGS);

    for (String table :
        List.of(
            "households", "family_alerts", "goals", "mood_entries", "user_behavior_analytics")) {
      assertThat(tomSees(table)).as(table).isEmpty();
    }
    List<String> members =
        database.as(
            tom, session -> Database.column(session, "SELECT user_id FROM household_members"));
    assertThat(members).containsExactly(tom.toString());
  }

  @Test
  void whoWasOnlyInvitedIsNotShownEither() {
    people.invite(home, tom, "pending");
    database.execute("INSERT INTO mood_entries (user_id, mood) VALUES (?, 2)", tom);
    database.execute(
        "UPDATE household_members SET can_view_mood_data = true WHERE user_id = ?", maya);
    String question = "SELECT DISTINCT user_id FROM mood_entries";

    List<String> invited = database.as(maya, session -> Database.column(session, question));
    assertThat(invited).containsExactly(maya.toString());

    database.execute(
        "UPDATE household_members SET invitation_status = 'accepted' WHERE user_id = ?", tom);
    List<String> joined = database.as(maya, session -> Database.column(session, question));
    assertThat(joined).containsExactlyInAnyOrder(maya.toString(), tom.toString());
  }

  @Test
  void anAbandonedHouseholdOpensNothing() {
    people.invite(home, tom, "accepted", ALL_FLAGS);
    database.execute("UPDATE households SET is_active = false WHERE id = ?", home);

    for (String table : List.of("households", "family_alerts", "goals", "mood_entries")) {
      assertThat(tomSees(table)).as(table).isEmpty();
    }
  }

  @Test
  void acceptedMembersSeeEachOtherAndTheHolderSeesInvitationsToo() {
    UUID lee = people.join("Lee");
    people.invite(home, tom, "accepted");
    people.invite(home, lee, "pending");
    String question = "SELECT user_id FROM household_members";

    List<String> tomsView = database.as(tom, session -> Database.column(session, question));
    assertThat(tomsView).containsExactlyInAnyOrder(maya.toString(), tom.toString());
    List<String> mayasView = database.as(maya, session -> Database.column(session, question));
    assertThat(mayasView)
        .containsExactlyInAnyOrder(maya.toString(), tom.toString(), lee.toString());
  }

  @Test
  void anInvitationIsAnsweredOnceAndByTheInvitedAlone() {
    people.invite(home, tom, "pending");
    String accept =
        "UPDATE household_members SET invitation_status = 'accepted' WHERE user_id = ? AND household_id = ?";

    int byTheHolder = database.as(maya, session -> Database.execute(session, accept, tom, home));
    assertThat(byTheHolder).isZero();
    int byTheInvited = database.as(tom, session -> Database.execute(session, accept, tom, home));
    assertThat(byTheInvited).isEqualTo(1);
    assertThat(
            database.value(
                "SELECT joined_at IS NOT NULL FROM household_members WHERE user_id = ?", tom))
        .isEqualTo("t");
    int again = database.as(tom, session -> Database.execute(session, accept, tom, home));
    assertThat(again).isZero();
  }

  @Test
  void anInvitationTakesNoOtherAnswerThanYesOrNo() {
    people.invite(home, tom, "pending");

    assertThatThrownBy(() ->
            database.as(
                tom,
                session ->
                    Database.execute(
                        session, "UPDATE household_members SET invitation_status = 'owner'")))
        .isInstanceOf(Database.Refused.class);
  }
}
