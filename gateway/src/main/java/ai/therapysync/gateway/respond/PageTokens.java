package ai.therapysync.gateway.respond;

import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.crisis.notice.AlertSubject;
import ai.therapysync.crisis.notice.PageLinks;
import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.persistence.sealing.MacKey;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses that notices carry. A contact's token names incident and contact, and nobody
 * without the key can make one.
 */
public final class PageTokens implements PageLinks {
  static final String PATH = "/respond/";

  private static final Pattern FORM =
      Pattern.compile("(?<place>[A-Za-z0-9_-]{43})\\.(?<mac>[A-Za-z0-9_-]{22})");

  private static final Pattern QUESTION =
      Pattern.compile("(?<place>[A-Za-z0-9_-]{32})\\.(?<mac>[A-Za-z0-9_-]{22})");

  /** What is hashed for a question begins so: no token of one kind is one of the other. */
  private static final String OF_A_QUESTION = "check.";

  private final URI publicUrl;
  private final MacKey key;

  /** With the origin that contacts call, and a key that is used for nothing else. */
  public PageTokens(URI publicUrl, MacKey key) {
    this.publicUrl = publicUrl;
    this.key = key;
  }

  /** Whose page it is. */
  record Place(IncidentId incident, ContactId contact) {}

  /** Who was asked, and when, whether they may be called on. */
  record Question(ContactId contact, Instant askedAt) {}

  @Override
  public String forContact(UUID incident, UUID contact) {
    return publicUrl + PATH + token(incident, contact);
  }

  @Override
  public String forCheck(UUID contact, Instant askedAt) {
    byte[] bytes =
        ByteBuffer.allocate(24)
            .putLong(contact.getMostSignificantBits())
            .putLong(contact.getLeastSignificantBits())
            .putLong(askedAt.getEpochSecond())
            .array();
    String place = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return publicUrl + PATH + place + "." + key.mac(OF_A_QUESTION + place);
  }

  @Override
  public String forOperators(AlertSubject subject) {
    return publicUrl
        + switch (subject) {
          case AlertSubject.OfIncident(UUID id) -> "/console/incidents/" + id;
          case AlertSubject.OfPerson(UUID id) -> "/console/people/" + id;
          case AlertSubject.OfMessage _, AlertSubject.OfPart _ -> "/console";
        };
  }

  /** What a token names; empty when we did not make it. */
  Optional<Place> read(String token) {
    Matcher form = FORM.matcher(token);
    if (!form.matches() || !isOurs(form.group("place"), form.group("mac"))) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(form.group("place")));
    UUID incident = new UUID(bytes.getLong(), bytes.getLong());
    UUID contact = new UUID(bytes.getLong(), bytes.getLong());
    return Optional.of(new Place(new IncidentId(incident), new ContactId(contact)));
  }

  /** The question that a token names; empty when it is none that we asked. */
  Optional<Question> readQuestion(String token) {
    Matcher form = QUESTION.matcher(token);
    if (!form.matches() || !isOurs(OF_A_QUESTION + form.group("place"), form.group("mac"))) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(form.group("place")));
    UUID contact = new UUID(bytes.getLong(), bytes.getLong());
    return Optional.of(
        new Question(new ContactId(contact), Instant.ofEpochSecond(bytes.getLong())));
  }

  private String token(UUID incident, UUID contact) {
    byte[] bytes =
        ByteBuffer.allocate(32)
            .putLong(incident.getMostSignificantBits())
            .putLong(incident.getLeastSignificantBits())
            .putLong(contact.getMostSignificantBits())
            .putLong(contact.getLeastSignificantBits())
            .array();
    String place = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return place + "." + key.mac(place);
  }

  /** Compared in constant time: an answer's delay must not tell how much of a guess is right. */
  private boolean isOurs(String place, String mac) {
    return MessageDigest.isEqual(
        key.mac(place).getBytes(StandardCharsets.UTF_8), mac.getBytes(StandardCharsets.UTF_8));
  }
}
