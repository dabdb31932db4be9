package ai.therapysync.gateway.wiring;

import ai.therapysync.conversation.practice.Practice;
import ai.therapysync.conversation.turn.TurnTaker;
import ai.therapysync.crisis.CrisisDesk;
import ai.therapysync.crisis.safety.CrisisLines;
import ai.therapysync.gateway.config.LanguageModelSettings;
import ai.therapysync.gateway.console.page.ConsolePage;
import ai.therapysync.gateway.console.personalities.Countries;
import ai.therapysync.gateway.console.personalities.PersonalitiesPage;
import ai.therapysync.gateway.console.personalities.Stage;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/**
 * The console's pages of voices. The sandbox reaches its model by a door of its own, so that what
 * fails for operators is not taken for a model that can't answer people.
 */
final class VoicesDesk {
  private VoicesDesk() {}

  static ConsolePage page(
      LanguageModelSettings model,
      Store store,
      CrisisDesk desk,
      CrisisLines lines,
      InstantSource clock) {
    TurnTaker turns =
        new TurnTaker(
            new Practice(List.of(), List.of()),
            Replies.of(model).writer(),
            desk::screen,
            desk.words());
    return new PersonalitiesPage(
        Doors.callers(store, clock),
        new Stage(desk, turns, clock),
        Countries.of(lines.regions()),
        answers(model));
  }

  private static String answers(LanguageModelSettings model) {
    return switch (model) {
      case LanguageModelSettings.Offline _ -> "the companion that needs no model";
      case LanguageModelSettings.Remote remote ->
          remote.kind().name().toLowerCase(Locale.ROOT) + ", " + remote.model();
    };
  }
}
