package ai.therapysync.gateway.simulator.demo;

import ai.therapysync.gateway.simulator.demo.DemoPersonality.Look;
import java.util.List;
import java.util.Map;

/** The voices that a person can choose from. */
public final class DemoPersonalities {
  private DemoPersonalities() {}

  /** A structured, practical voice. */
  public static final DemoPersonality CLARA =
      new DemoPersonality(
          DemoIds.of("personality clara"),
          "Clara",
          "CBT companion",
          "Looks at thoughts together with you, one at a time, and finds a small next step.",
          "cognitive-behavioural",
          List.of("anxiety", "procrastination", "sleep"),
          "structured",
          Map.of("warmth", "medium", "directness", "high", "pace", "steady", "humour", "light"),
          Map.of("anxiety", "high", "low mood", "medium"),
          new Look("from-blue-500 to-blue-600", "Brain"));

  /** A quiet, attentive voice. */
  public static final DemoPersonality AMARA =
      new DemoPersonality(
          DemoIds.of("personality amara"),
          "Amara",
          "Mindfulness companion",
          "Slows things down, comes back to the breath and to what is here now.",
          "mindfulness-based",
          List.of("stress", "rumination", "sleep"),
          "gentle",
          Map.of("warmth", "high", "directness", "low", "pace", "slow", "humour", "none"),
          Map.of("stress", "high", "sleep", "high"),
          new Look("from-teal-500 to-emerald-600", "Leaf"));

  /** A voice for families and for faith. */
  public static final DemoPersonality MATEO =
      new DemoPersonality(
          DemoIds.of("personality mateo"),
          "Mateo",
          "Family and values companion",
          "Sees you among your people, and takes family, faith and duty seriously.",
          "systemic",
          List.of("family", "migration", "grief"),
          "respectful",
          Map.of("warmth", "high", "directness", "medium", "pace", "steady", "humour", "light"),
          Map.of("family conflict", "high", "grief", "high"),
          new Look("from-amber-500 to-orange-600", "Users"));

  /** A voice that looks for what already works. */
  public static final DemoPersonality NORA =
      new DemoPersonality(
          DemoIds.of("personality nora"),
          "Nora",
          "Solution-focused companion",
          "Asks what already works, and how you could have a little more of it.",
          "solution-focused",
          List.of("work", "study", "decisions"),
          "encouraging",
          Map.of("warmth", "medium", "directness", "high", "pace", "brisk", "humour", "light"),
          Map.of("goals", "high", "motivation", "high"),
          new Look("from-violet-500 to-purple-600", "Target"));

  /** A voice that meets harsh self-criticism. */
  public static final DemoPersonality ELI =
      new DemoPersonality(
          DemoIds.of("personality eli"),
          "Eli",
          "Compassion-focused companion",
          "Helps you to speak to yourself as you would to a friend.",
          "compassion-focused",
          List.of("shame", "self-criticism", "loneliness"),
          "warm",
          Map.of("warmth", "high", "directness", "low", "pace", "slow", "humour", "light"),
          Map.of("self-criticism", "high", "loneliness", "medium"),
          new Look("from-rose-500 to-pink-600", "Heart"));

  /** A voice for strong emotions. */
  public static final DemoPersonality SAM =
      new DemoPersonality(
          DemoIds.of("personality sam"),
          "Sam",
          "DBT skills companion",
          "Practises skills for strong emotions: pause, name it, ride the wave, choose.",
          "dialectical-behavioural",
          List.of("strong emotions", "impulses", "relationships"),
          "direct",
          Map.of("warmth", "medium", "directness", "high", "pace", "brisk", "humour", "dry"),
          Map.of("emotion regulation", "high", "distress tolerance", "high"),
          new Look("from-slate-500 to-slate-700", "Waves"));

  /** All of them. */
  public static List<DemoPersonality> all() {
    return List.of(CLARA, AMARA, MATEO, NORA, ELI, SAM);
  }
}
