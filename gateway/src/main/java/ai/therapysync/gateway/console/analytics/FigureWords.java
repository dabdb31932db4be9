package ai.therapysync.gateway.console.analytics;

import ai.therapysync.persistence.figures.Figure;
import ai.therapysync.persistence.figures.Metric;

/** What figures are called, and what they are, for people. */
final class FigureWords {
  private FigureWords() {}

  static String label(Figure figure) {
    return switch (figure) {
      case TOTAL_PEOPLE -> "People in all";
      case ACTIVE_PEOPLE, ALL_PEOPLE -> "Active people";
      case SIGNUPS -> "New people";
      case SESSIONS, ALL_SESSIONS, OWN_SESSIONS -> "Talks";
      case SESSION_LENGTH -> "Length of a talk, in minutes";
      case QUESTIONNAIRES, ALL_QUESTIONNAIRES, OWN_QUESTIONNAIRES -> "Questionnaires";
      case CRISES -> "Crisis interventions";
      case ALL_MINUTES, OWN_MINUTES -> "Minutes of talk";
      case ALL_GOALS_CREATED, OWN_GOALS_CREATED -> "Goals set";
      case ALL_GOALS_COMPLETED, OWN_GOALS_COMPLETED -> "Goals reached";
      case ALL_MOOD_ENTRIES, OWN_MOOD_ENTRIES -> "Moods told";
      case ALL_MOOD, OWN_MOOD -> "Mood, from 1 to 10";
      case ALL_ENGAGEMENT, OWN_ENGAGEMENT -> "Engagement, from 0 to 1";
      case ALL_RETENTION, OWN_RETENTION -> "Retention, from 0 to 1";
    };
  }

  static String meaning(Figure figure) {
    return switch (figure) {
      case TOTAL_PEOPLE -> "Everybody with a profile at the end of the day.";
      case ACTIVE_PEOPLE, ALL_PEOPLE ->
          "People who wrote, told a mood, answered a questionnaire or worked on a goal that day.";
      case SIGNUPS -> "Profiles that were made that day.";
      case SESSIONS, ALL_SESSIONS, OWN_SESSIONS -> "Talks that began that day.";
      case SESSION_LENGTH -> "The mean of the talks that have ended.";
      case QUESTIONNAIRES, ALL_QUESTIONNAIRES, OWN_QUESTIONNAIRES ->
          "Questionnaires that were answered to their end.";
      case CRISES -> "Incidents that were opened that day.";
      case ALL_MINUTES, OWN_MINUTES -> "The length of all talks together.";
      case ALL_GOALS_CREATED, OWN_GOALS_CREATED -> "Goals that were set that day.";
      case ALL_GOALS_COMPLETED, OWN_GOALS_COMPLETED -> "Goals that were reached that day.";
      case ALL_MOOD_ENTRIES, OWN_MOOD_ENTRIES -> "How often a mood was told.";
      case ALL_MOOD -> "The mean of those who told one; not shown for fewer than five people.";
      case OWN_MOOD -> "The mean of that day.";
      case ALL_ENGAGEMENT ->
          "Talks of the day, a fifth each, at most 1; the mean of active people, five or more.";
      case OWN_ENGAGEMENT -> "Talks of the day, a fifth each, at most 1.";
      case ALL_RETENTION ->
          "On how many of seven days they were active; the mean of active people, five or more.";
      case OWN_RETENTION -> "On how many of the last seven days they were active.";
    };
  }

  static String label(Metric metric) {
    return switch (metric) {
      case MESSAGES_RECEIVED -> "Messages received";
      case ANSWERS -> "Answers";
      case ANSWER_SECONDS_MEDIAN -> "Time to an answer: half of them within";
      case ANSWER_SECONDS_P95 -> "Time to an answer: 95 of 100 within";
      case MODEL_SECONDS_P95 -> "Time of the model: 95 of 100 within";
      case MODEL_FAILURES -> "Answers of the companion in place of the model";
      case GUARD_REFUSALS -> "Answers that the guard sent back";
      case DELIVERIES -> "Messages handed to providers";
      case DELIVERIES_FAILED_SHARE -> "Share that failed";
      case INCIDENTS_OPENED -> "Incidents opened";
      case INCIDENTS_UNANSWERED -> "Incidents with nobody left to ask";
      case CRISIS_ANSWER_SECONDS_P95 -> "Time to a safe reply: 95 of 100 within";
      case PAGE_SECONDS_P95 -> "Time to a page: 95 of 100 within";
      case ACKNOWLEDGEMENT_SECONDS_MEDIAN -> "Time until someone takes an incident: half within";
    };
  }

  static String meaning(Metric metric) {
    return switch (metric) {
      case MESSAGES_RECEIVED -> "What people in our care wrote.";
      case ANSWERS -> "Turns that were answered, by the model, the companion or a skill.";
      case ANSWER_SECONDS_MEDIAN, ANSWER_SECONDS_P95 ->
          "From when it was due, the person's own pause and hours over, until it was written.";
      case MODEL_SECONDS_P95 -> "All tries at one answer together.";
      case MODEL_FAILURES -> "The model failed, refused, or wrote what the guard did not let pass.";
      case GUARD_REFUSALS -> "At least one try of the model was not fit to be sent.";
      case DELIVERIES -> "Attempts, test messages apart.";
      case DELIVERIES_FAILED_SHARE -> "Of these attempts, as providers had reported by then.";
      case INCIDENTS_OPENED -> "Somebody was in danger.";
      case INCIDENTS_UNANSWERED -> "All had been asked and nobody took it.";
      case CRISIS_ANSWER_SECONDS_P95 -> "From the cry until the provider had the safe reply.";
      case PAGE_SECONDS_P95 -> "From when a contact was to be asked until the provider had it.";
      case ACKNOWLEDGEMENT_SECONDS_MEDIAN -> "From the cry until the first acknowledgement.";
    };
  }
}
