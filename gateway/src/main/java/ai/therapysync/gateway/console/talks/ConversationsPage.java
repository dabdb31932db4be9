package ai.therapysync.gateway.console.talks;

import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.ConsolePage;
import ai.therapysync.gateway.console.page.Section;
import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.persistence.views.ConversationList;
import java.util.List;
import java.util.Map;

/** Whose conversations moved last, and who holds them. */
public final class ConversationsPage implements ConsolePage {
  static final String PATH = "/console/conversations";

  private final ConversationList list;

  /** With what it reads. */
  public ConversationsPage(ConversationList list) {
    this.list = list;
  }

  /** What the page shows. */
  public record Model(List<ConversationList.Row> rows) {
    public Model {
      rows = List.copyOf(rows);
    }
  }

  @Override
  public Section section() {
    return Section.CONVERSATIONS;
  }

  @Override
  public void mount(Routes routes) {
    routes.get(PATH, this::show);
  }

  private Answer show(Visit visit) {
    Model model = new Model(list.read(visit.caller(), visit.origin()));
    return Answer.page(section(), "Conversations", "talks/list", Map.of("model", model))
        .part("talks/rows");
  }
}
