package ai.therapysync.conversation.message;

import ai.therapysync.crisis.language.Language;
import java.util.List;

/**
 * A text that a provider has and fills in, in place of words of ours.
 *
 * @param name the provider's for it: Twilio's {@code ContentSid}, Meta's name and language, such as
 *     {@code write_back/pt_BR}
 * @param values of its variables {@code {{1}}}, {@code {{2}}}, …; never printed, since an address
 *     may be among them
 */
public record TemplateText(String name, Language language, List<String> values) {
  public TemplateText {
    values = List.copyOf(values);
  }

  @Override
  public String toString() {
    return "TemplateText[" + name + ", " + language + "]";
  }
}
