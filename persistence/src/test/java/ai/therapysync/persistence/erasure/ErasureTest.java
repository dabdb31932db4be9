package ai.therapysync.persistence.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.therapysync.persistence.Life;
import ai.therapysync.persistence.TestDatabase;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Callers;
import ai.therapysync.persistence.audit.AuditLog;
import ai.therapysync.persistence.audit.Origin;
import ai.therapysync.persistence.erasure.Erasure.Asked;
import ai.therapysync.persistence.sealing.MacKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who wants to be gone is gone, whole, and takes nobody along. */
final class ErasureTest {
  private final Instant now = InstantSource.system().instant();

  /** Where an id stays, and why: {@link Remains} and the ledger say so. */
  private static final Set<String> KEEP_IDS = Set.of("gateway.erasures", "gateway.audit_log");

  private TestDatabase database;
  private Callers callers;
  private Erasure erasure;
  private Life maya;

  @BeforeEach
  void mayaHasARowEverywhere() {
    database = TestDatabase.fresh();
    callers =
        new Callers(
            database.database().jdbi(), new AuditLog(MacKey.create(), InstantSource.fixed(now)));
    erasure = at(now);
    maya = Life.of(database, "12025550141");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void everyTableThatCanHoldAPersonHoldsThisOne() {
    List<String> tables =
        database
            .database()
            .jdbi()
            .withHandle(handle ->
                handle
                    .createQuery(
                        "SELECT c.table_schema || '.' || c.table_name"
                            + " FROM information_schema.columns c JOIN information_schema.tables t"
                            + " USING (table_schema, table_name)"
                            + " WHERE c.table_schema IN ('public', 'gateway') AND t.table_type = 'BASE TABLE'"
                            + " AND c.column_name = 'user_id'")
                    .mapTo(String.class)
                    .list());
    assertThat(tables).hasSizeGreaterThan(35);
    assertThat(tables)
        .as("tables with a user_id: one that is new here belongs into Life and Remains")
        .filteredOn(table -> !KEEP_IDS.contains(table) && !table.equals("public.household_members"))
        .allMatch(tablesWith(maya.id.toString())::containsKey);
  }

  @Test
  void noTableHoldsTheIdAfterwards() {
    assertThat(ask(maya.id, maya.id)).isEqualTo(new Asked.Erased(true));
    Map<String, String> left = tablesWith(maya.id.toString());
    assertThat(left.keySet())
        .containsOnly("gateway.erasures", "gateway.audit_log", "gateway.outbox", "gateway.tasks");
    assertThat(
            maya.value(
                "SELECT string_agg(purpose || coalesce(incident_id::text, '')"
                    + " || coalesce(contact_id::text, ''), ' ') FROM gateway.outbox WHERE user_id = '{me}'"))
        .isEqualTo("standing");
    assertThat(at(now.plusSeconds(3_600)).carryOut(maya.id)).isEmpty();
    assertThat(tablesWith(maya.id.toString()).keySet())
        .isSubsetOf("gateway.erasures", "gateway.audit_log", "gateway.tasks");
    assertThat(database.value("SELECT count(*) FROM auth.users")).isEqualTo("0");
  }

  @Test
  void noNumberStaysSaveAmongThoseThatSaidStop() {
    ask(maya.id, maya.id);
    at(now.plusSeconds(3_600)).carryOut(maya.id);
    assertThat(tablesWith("12025550141").keySet()).containsOnly("gateway.opt_outs");
    assertThat(
            database.value(
                "SELECT count(*) FROM gateway.inbound WHERE content IS NULL"
                    + " AND address = '' AND provider_message_id LIKE 'S%'"))
        .isEqualTo("3");
  }

  @Test
  void nothingThatWasToHappenHappens() {
    ask(maya.id, maya.id);
    assertThat(
            database.value(
                "SELECT string_agg(task_name || CASE WHEN task_instance = '"
                    + maya.id
                    + "' THEN ' of the person' ELSE '' END, ', ')"
                    + " FROM (TABLE gateway.tasks UNION ALL TABLE gateway.crisis_tasks) t"))
        .isEqualTo("erasure of the person, delivery");
  }

  @Test
  void nobodyElseLosesARow() {
    Life lee = Life.of(database, "12025550142");
    Map<String, String> before = tablesWith(lee.id.toString());
    ask(maya.id, maya.id);
    at(now.plusSeconds(3_600)).carryOut(maya.id);
    assertThat(tablesWith(lee.id.toString())).isEqualTo(before);
    assertThat(lee.value("SELECT count(*) FROM gateway.inbound WHERE content IS NOT NULL"))
        .isEqualTo("3");
  }

  @Test
  void aContactWhomTwoPeopleHaveNamedIsForgottenForOneOnly() {
    Life lee = Life.of(database, "12025550142");
    lee.run(
        "UPDATE emergency_contacts SET phone_number = '+1 1 202 555 0141'"
            + " WHERE id = '{contact}'");
    ask(maya.id, maya.id);
    assertThat(
            database.value(
                "SELECT content FROM gateway.inbound" + " WHERE address = '+112025550141'"))
        .isEqualTo("sealed");
  }

  @Test
  void whileAnIncidentIsOpenItWaitsAndTheEndOfTheIncidentBringsIt() {
    maya.inDanger();
    assertThat(ask(maya.id, maya.id)).isEqualTo(new Asked.WaitsForIncident());
    assertThat(ask(maya.id, maya.id)).isEqualTo(new Asked.WaitsForIncident());
    assertThat(erasure.carryOut(maya.id)).contains(now.plusSeconds(30));
    assertThat(maya.value("SELECT count(*) FROM whatsapp_messages")).isEqualTo("1");
    database.run("UPDATE gateway.tasks SET execution_time = now() + interval '1 hour'");
    maya.run("UPDATE crisis_interventions SET status = 'resolved', completed_at = now()");
    assertThat(
            maya.value(
                "SELECT execution_time <= now() FROM gateway.tasks"
                    + " WHERE task_name = 'erasure'"))
        .isEqualTo("t");
    assertThat(erasure.carryOut(maya.id)).contains(now.plusSeconds(3_600));
    assertThat(maya.value("SELECT count(*) FROM profiles")).isEqualTo("0");
    assertThat(maya.value("SELECT done_at IS NOT NULL FROM gateway.erasures")).isEqualTo("t");
  }

  @Test
  void inTheDayAfterAnIncidentItIsAtOnceThoughContactsCantBeChanged() {
    assertThatThrownBy(() ->
            acting(
                maya.id,
                acting -> {
                  acting.handle().execute("DELETE FROM public.emergency_contacts");
                  return true;
                }))
        .hasMessageContaining("24 hours");
    assertThat(ask(maya.id, maya.id)).isInstanceOf(Asked.Erased.class);
  }

  @Test
  void onlyTheyThemselvesAndWhoMayChangeUsersCanAsk() {
    UUID lee = account("Lee");
    UUID moderator = operator("moderator");
    assertThat(ask(lee, maya.id)).isEqualTo(new Asked.NotSeen());
    assertThat(ask(moderator, maya.id)).isEqualTo(new Asked.NotSeen());
    assertThat(ask(lee, UUID.randomUUID())).isEqualTo(new Asked.NotSeen());
    database.run("CREATE POLICY seen ON profiles FOR SELECT TO authenticated USING (true)");
    assertThat(ask(moderator, maya.id)).isEqualTo(new Asked.NotAllowed());
    assertThat(database.value("SELECT count(*) FROM gateway.erasures")).isEqualTo("0");
    assertThat(ask(operator("support_admin"), maya.id)).isInstanceOf(Asked.Erased.class);
    assertThat(database.value("SELECT action || ' ' || resource FROM gateway.audit_log"))
        .isEqualTo("delete users");
  }

  @Test
  void aHouseholdPassesToItsOldestAcceptedMemberOrGoes() {
    UUID ana = account("Ana");
    UUID ben = account("Ben");
    UUID eve = account("Eve");
    UUID house = household(maya.id);
    member(house, eve, "pending", "2020-01-01");
    member(house, ben, "accepted", "2024-01-01");
    member(house, ana, "accepted", "2023-01-01");
    UUID flat = household(maya.id);
    member(flat, eve, "pending", "2020-01-01");
    UUID other = household(eve);
    member(other, maya.id, "accepted", "2022-01-01");
    database.run(
        "INSERT INTO family_alerts (household_id, member_user_id, alert_type, title,"
            + " description, alert_data, acknowledged_by) VALUES ('%s', '%s', 'mood', 'a', 'b',"
                .formatted(other, eve)
            + " '{\"by\": \"%1$s\"}', '%1$s')".formatted(maya.id));
    ask(maya.id, maya.id);
    assertThat(
            database.value(
                "SELECT primary_account_holder_id FROM households WHERE id = '%s'"
                    .formatted(house)))
        .isEqualTo(ana.toString());
    assertThat(
            database.value(
                "SELECT count(*) FROM household_members WHERE household_id = '%s'"
                    .formatted(house)))
        .isEqualTo("3");
    assertThat(database.value("SELECT count(*) FROM households WHERE id = '%s'".formatted(flat)))
        .isEqualTo("0");
    assertThat(database.value("SELECT count(*) FROM family_alerts WHERE acknowledged_by IS NULL"))
        .isEqualTo("1");
    assertThat(tablesWith(maya.id.toString()).keySet())
        .noneMatch(name -> name.startsWith("public"));
  }

  @Test
  void anOperatorLeavesWhomTheyHeldToOthers() {
    Life lee = Life.of(database, "12025550142");
    UUID operator = operator("support_admin");
    lee.run(
        "UPDATE gateway.takeovers SET operator_id = '%s' WHERE user_id = '{me}'"
            .formatted(operator));
    lee.run(
        "UPDATE gateway.escalations SET responder_operator = '%s' WHERE user_id = '{me}'"
            .formatted(operator));
    assertThat(ask(operator, operator)).isEqualTo(new Asked.WorksHere());
    lee.run(
        "UPDATE public.user_roles SET is_active = FALSE WHERE user_id = '%s'".formatted(operator));
    assertThat(ask(operator, operator)).isInstanceOf(Asked.Erased.class);
    assertThat(
            lee.value(
                "SELECT operator_id IS NULL FROM gateway.takeovers" + " WHERE user_id = '{me}'"))
        .isEqualTo("t");
    at(now.plusSeconds(3_600)).carryOut(operator);
    assertThat(tablesWith(operator.toString()).keySet())
        .isSubsetOf("gateway.erasures", "gateway.audit_log", "gateway.tasks");
  }

  @Test
  void whoseAccountIsAnothersToDeleteIsErasedAllTheSame() {
    database.run("CREATE TABLE auth.devices (user_id UUID REFERENCES auth.users(id))");
    maya.run("INSERT INTO auth.devices VALUES ('{me}')");
    assertThat(ask(maya.id, maya.id)).isEqualTo(new Asked.Erased(false));
    assertThat(tablesWith(maya.id.toString()).keySet())
        .noneMatch(name -> name.startsWith("public"));
    assertThat(database.value("SELECT account_deleted FROM gateway.erasures")).isEqualTo("f");
  }

  @Test
  void aTableThatWeDontKnowIsNamedAndNothingIsErased() {
    database.run("CREATE TABLE invoices (id INTEGER, payer UUID REFERENCES profiles(id))");
    maya.run("INSERT INTO invoices VALUES (1, '{me}')");
    assertThatThrownBy(() -> ask(maya.id, maya.id))
        .isInstanceOf(ErasureBlocked.class)
        .hasMessageContaining("public.invoices")
        .hasMessageNotContaining(maya.id.toString());
    assertThat(maya.value("SELECT count(*) FROM whatsapp_messages")).isEqualTo("1");
  }

  @Test
  void aBackupBringsNobodyBack() {
    UUID lee = account("Lee");
    database.run(
        "INSERT INTO gateway.erasures (user_id, asked_at, done_at)"
            + " VALUES ('%s', now(), now())".formatted(maya.id));
    assertThat(erasure.replay()).isEqualTo(1);
    assertThat(database.value("SELECT id FROM profiles")).isEqualTo(lee.toString());
  }

  @Test
  void whatIsTiedToThePersonByAHandStopsNothing() {
    UUID lee = account("Lee");
    maya.run(
        "INSERT INTO goal_insights (user_id, goal_id, insight_type, title, description)"
            + " VALUES ('%s', '{goal}', 'a', 'b', 'c')".formatted(lee));
    maya.run(
        "INSERT INTO conversation_memory (user_id, session_id, memory_type, title, content)"
            + " VALUES ('%s', '{session}', 'a', 'b', 'c')".formatted(lee));
    assertThat(ask(maya.id, maya.id)).isInstanceOf(Asked.Erased.class);
    assertThat(database.value("SELECT count(*) FROM goal_insights")).isEqualTo("1");
    assertThat(database.value("SELECT count(*) FROM conversation_memory")).isEqualTo("1");
  }

  private Erasure at(Instant now) {
    return new Erasure(database.database().jdbi(), InstantSource.fixed(now));
  }

  private Asked ask(UUID caller, UUID person) {
    return acting(caller, acting -> erasure.ask(acting, person));
  }

  private <T> T acting(UUID caller, Function<Acting, T> work) {
    Origin origin = new Origin(Origin.Door.API, "127.0.0.1");
    return callers.acting(callers.find(caller).orElseThrow(), origin, work);
  }

  private UUID account(String name) {
    UUID id = UUID.randomUUID();
    database.run(
        "INSERT INTO auth.users (id, email) VALUES ('%1$s', '%1$s@example.org')".formatted(id));
    database.run(
        "INSERT INTO profiles (id, email, name) VALUES ('%1$s', '%1$s@example.org', '%2$s')"
            .formatted(id, name));
    return id;
  }

  private UUID operator(String role) {
    UUID id = account(role);
    database.run("INSERT INTO user_roles (user_id, role) VALUES ('%s', '%s')".formatted(id, role));
    return id;
  }

  private UUID household(UUID holder) {
    UUID id = UUID.randomUUID();
    database.run(
        "INSERT INTO households (id, name, primary_account_holder_id)"
            + " VALUES ('%s', 'Home', '%s')".formatted(id, holder));
    return id;
  }

  private void member(UUID household, UUID user, String status, String since) {
    database.run(
        "INSERT INTO household_members (household_id, user_id, invitation_status,"
            + " invited_by, joined_at) VALUES ('%s', '%s', '%s', '%s', '%s')"
                .formatted(household, user, status, maya.id, since));
  }

  /** Every table of ours and how many of its rows name this, in whatever column. */
  private Map<String, String> tablesWith(String word) {
    Map<String, String> tables = new TreeMap<>();
    database
        .database()
        .jdbi()
        .useHandle(handle ->
            handle
                .createQuery(
                    "SELECT table_schema || '.' || table_name FROM information_schema.tables"
                        + " WHERE table_schema IN ('public', 'gateway') AND table_type = 'BASE TABLE'")
                .mapTo(String.class)
                .forEach(table -> {
                  String count =
                      database.value(
                          "SELECT count(*) FROM "
                              + table
                              + " t WHERE strpos(t::text, '"
                              + word
                              + "') > 0");
                  if (!count.equals("0")) {
                    tables.put(table, count);
                  }
                }));
    return tables;
  }
}
