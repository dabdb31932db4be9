package ai.therapysync.gateway.cli.doctor;

import ai.therapysync.gateway.config.MetaSettings;
import java.net.URI;
import java.util.Map;
import java.util.OptionalInt;

/** Whether Meta knows our number and token; sends nothing. */
public record MetaCheck(MetaSettings settings) implements Check {
  private static final String WHAT = "WhatsApp Cloud";

  @Override
  public Finding look() {
    URI number =
        URI.create(
            settings.apiBase()
                + "/"
                + settings.apiVersion()
                + "/"
                + settings.phoneNumberId()
                + "?fields=id");
    OptionalInt status =
        HttpLook.status(
            number, Map.of("Authorization", "Bearer " + settings.accessToken().reveal()));
    if (status.isEmpty()) {
      return Finding.wrong(WHAT, settings.apiBase() + " does not answer: check the network");
    }
    return switch (status.getAsInt()) {
      case 200 -> Finding.fine(WHAT, "number and token are accepted");
      case 400, 401, 403, 404 ->
          Finding.wrong(
              WHAT,
              "number or token is refused: check META_PHONE_NUMBER_ID, META_ACCESS_TOKEN and"
                  + " META_API_VERSION");
      default -> Finding.wrong(WHAT, "answers with status " + status.getAsInt() + ": try later");
    };
  }
}
