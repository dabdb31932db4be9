package ai.therapysync.gateway.console.audit;

import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.ConsolePage;
import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.gateway.console.page.Section;
import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.persistence.views.AuditSearch;
import ai.therapysync.persistence.views.AuditSearch.Found;
import ai.therapysync.persistence.views.AuditSearch.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who read or changed what, when, and from where. */
public final class AuditPage implements ConsolePage {
  private static final String PATH = "/console/audit";
  private static final int PAGE = 50;
  private static final int LONGEST = 100;
  private static final String DATE = "A date, such as 2026-10-31";

  private final AuditSearch search;

  /** With what it reads. */
  public AuditPage(AuditSearch search) {
    this.search = search;
  }

  /** What the page shows; {@code next} leads to older lines, {@code first} back to the newest. */
  public record Model(
      Form form, Found found, Map<String, String> actions, String next, String first) {}

  @Override
  public Section section() {
    return Section.AUDIT;
  }

  @Override
  public void mount(Routes routes) {
    routes.get(PATH, this::show);
  }

  private Answer show(Visit visit) {
    Form form = visit.search();
    Words words =
        new Words(
            form.optional("who", LONGEST),
            form.optional("whom", LONGEST),
            form.optional("action", LONGEST),
            form.parsed("from", DATE, text -> day(text, 0)),
            form.parsed("until", DATE, text -> day(text, 1)));
    OptionalLong before =
        form.parsed("before", "A number", AuditPage::number)
            .map(OptionalLong::of)
            .orElse(OptionalLong.empty());
    Found found =
        form.isValid()
            ? search.find(visit.caller(), visit.origin(), words, before, PAGE + 1)
            : new Found(List.of(), Map.of());
    boolean more = found.lines().size() > PAGE;
    Model model =
        new Model(
            form,
            more ? new Found(found.lines().subList(0, PAGE), found.names()) : found,
            actions(visit),
            more ? address(form, found.lines().get(PAGE - 1).number()) : "",
            before.isPresent() ? address(form) : "");
    return Answer.page(Section.AUDIT, "Audit log", "audit/page", Map.of("model", model))
        .part("audit/lines")
        .status(form.isValid() ? 200 : 422);
  }

  private Map<String, String> actions(Visit visit) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("", "Anything");
    search
        .actions(visit.caller(), visit.origin())
        .forEach(action -> options.put(action, action.replace('_', ' ')));
    return options;
  }

  private static Optional<Instant> day(String text, int daysOn) {
    try {
      return Optional.of(
          LocalDate.parse(text).plusDays(daysOn).atStartOfDay().toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<Long> number(String text) {
    return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  private static String address(Form form, long before) {
    String first = address(form);
    return first + (first.contains("?") ? "&" : "?") + "before=" + before;
  }

  private static String address(Form form) {
    String query =
        Stream.of("who", "whom", "action", "from", "until")
            .filter(field -> !form.value(field).isBlank())
            .map(
                field -> field + "=" + URLEncoder.encode(form.value(field), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return PATH + (query.isEmpty() ? "" : "?" + query);
  }
}
