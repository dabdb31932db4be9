package ai.therapysync.gateway.console.talks;

import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.ConsolePage;
import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.gateway.console.page.Section;
import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.resources.Cursor;
import ai.therapysync.persistence.views.ConversationList;
import ai.therapysync.persistence.views.ConversationList.Found;
import ai.therapysync.persistence.views.ConversationList.Which;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose conversations moved last, and who holds them; found by the person, or by who holds them.
 */
public final class ConversationsPage implements ConsolePage {
  static final String PATH = "/console/conversations";
  private static final int LONGEST = 100;

  private final ConversationList list;

  /** With what it reads. */
  public ConversationsPage(ConversationList list) {
    this.list = list;
  }

  /**
   * What the page shows.
   *
   * @param counts how many ask for a human, and how many the visitor holds
   * @param here where this very list is, for refreshing it
   * @param next where older ones are; empty where there are none
   * @param first back to the latest; empty where these are the latest
   * @param searches whether the visitor may look for people by what they are called
   */
  public record Model(
      Form form,
      Which which,
      Found found,
      Map<Which, Integer> counts,
      String here,
      String next,
      String first,
      boolean searches) {
    public Model {
      counts = Map.copyOf(counts);
    }

    /** Where the others are, with the same words. */
    public String path(Which other) {
      return address(form, other, Optional.empty());
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
    Form form = visit.search();
    String sought = form.optional("q", LONGEST).orElse("");
    Which which = visit.query("which").map(ConversationsPage::which).orElse(Which.ALL);
    Optional<Cursor> before = visit.query("before").flatMap(Cursor::parse);
    Found found =
        form.isValid()
            ? list.read(visit.caller(), visit.origin(), which, sought, before)
            : new Found(List.of(), Optional.empty());
    Model model =
        new Model(
            form,
            which,
            found,
            list.counts(visit.caller(), visit.origin()),
            address(form, which, before),
            found.next().map(next -> address(form, which, Optional.of(next))).orElse(""),
            before.map(_ -> address(form, which, Optional.empty())).orElse(""),
            visit.caller().may(Permission.SEE_USERS));
    return Answer.page(section(), "Conversations", "talks/list", Map.of("model", model))
        .part("talks/rows")
        .status(form.isValid() ? 200 : 422);
  }

  private static Which which(String word) {
    return Stream.of(Which.values())
        .filter(which -> word(which).equals(word))
        .findFirst()
        .orElse(Which.ALL);
  }

  private static String word(Which which) {
    return which.name().toLowerCase(Locale.ROOT);
  }

  private static String address(Form form, Which which, Optional<Cursor> before) {
    String query =
        Stream.of(
                which == Which.ALL ? "" : "which=" + word(which),
                form.value("q").isBlank() ? "" : "q=" + encoded(form.value("q")),
                before.map(place -> "before=" + encoded(place.written())).orElse(""))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("&"));
    return PATH + (query.isEmpty() ? "" : "?" + query);
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }
}
