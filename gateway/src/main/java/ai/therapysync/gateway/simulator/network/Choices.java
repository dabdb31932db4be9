package ai.therapysync.gateway.simulator.network;

import java.util.List;
import java.util.Optional;

/**
 * What a message offers to tap. Private: never printed.
 *
 * @param list the word on the button that opens the list; empty where the choices are buttons
 */
public record Choices(Optional<String> list, List<Choice> all) {
  public Choices {
    all = List.copyOf(all);
  }

  /** One of them, under the id that comes back when it is tapped. */
  public record Choice(String id, String title, String description) {}

  /** The choice of that id. */
  public Optional<Choice> find(String id) {
    return all.stream().filter(choice -> choice.id().equals(id)).findFirst();
  }

  @Override
  public String toString() {
    return "Choices[" + all.size() + "]";
  }
}
