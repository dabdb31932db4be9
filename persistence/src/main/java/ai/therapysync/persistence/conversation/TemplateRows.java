package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.delivery.Routes;
import ai.therapysync.conversation.delivery.Template;
import ai.therapysync.conversation.delivery.Templates;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.person.PersonLanguage;
import ai.therapysync.crisis.language.Language;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Finds the template for a person: in their language, at the provider that carries WhatsApp. */
public final class TemplateRows {
  private final Routes routes;
  private final Templates templates;

  /** With the channels that are on, and the templates that are configured. */
  public TemplateRows(Routes routes, Templates templates) {
    this.routes = routes;
    this.templates = templates;
  }

  /**
   * Empty where there is none, or WhatsApp is off.
   *
   * @param sender ours, from which it is to go; empty for the configured one
   */
  Optional<Template> find(Handle handle, UUID person, Template.Kind kind, Optional<String> sender) {
    return routes
        .by(ChannelName.WHATSAPP, sender)
        .flatMap(route -> templates.find(route.provider(), kind, language(handle, person)));
  }

  /** Our sender by which somebody knows us there; empty for the channel's configured one. */
  Optional<String> sender(Handle handle, String address, ChannelName channel) {
    return handle
        .createQuery(
            "SELECT sender FROM gateway.inbound WHERE address = :address AND channel = :channel"
                + " ORDER BY received_at DESC LIMIT 1")
        .bind("address", address)
        .bind("channel", channel.word())
        .mapTo(String.class)
        .findOne()
        .filter(sender -> routes.by(channel, sender).isPresent());
  }

  private static Language language(Handle handle, UUID person) {
    return handle
        .createQuery(
            "SELECT p.preferred_language, c.primary_language FROM public.profiles p"
                + " LEFT JOIN public.user_cultural_profiles c ON c.user_id = p.id"
                + " WHERE p.id = :person")
        .bind("person", person)
        .map((found, _) ->
            PersonLanguage.choose(
                Optional.ofNullable(found.getString(1)), Optional.ofNullable(found.getString(2))))
        .findFirst()
        .orElse(Language.ENGLISH);
  }
}
