package ai.therapysync.gateway.console.channels;

import ai.therapysync.conversation.delivery.Routes;
import ai.therapysync.conversation.message.Address;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.crisis.people.EmailAddress;
import ai.therapysync.crisis.people.PhoneNumber;
import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.gateway.console.page.When;
import ai.therapysync.gateway.work.Wake;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.views.ChannelTests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tries a channel with a message to a number or mailbox of the operator's own. */
public final class TestMessages {
  private static final int LONGEST = 254;
  private static final String SUBJECT = "A test of TherapySync";
  private static final String TEXT =
      "This is a test of TherapySync, sent by an operator to a number or mailbox of their own."
          + " Nobody is in danger, and no answer is needed.";

  private final ChannelTests tests;
  private final Routes routes;
  private final Wake wake;

  /** With where they are written, our senders, and who sends them. */
  public TestMessages(ChannelTests tests, Routes routes, Wake wake) {
    this.tests = tests;
    this.routes = routes;
    this.wake = wake;
  }

  /** By which channel, and whereto. Private: never printed. */
  record Wanted(Setup.Kind kind, Address to) {
    @Override
    public String toString() {
      return "Wanted[" + kind + "]";
    }
  }

  /**
   * A test, as the page shows it.
   *
   * @param address in part
   */
  public record Sent(String channel, String address, Instant at, String mood, String words) {
    @Override
    public String toString() {
      return "Sent[" + channel + "]";
    }
  }

  /** What was typed; empty, with what is wrong in the form, where that makes no message. */
  static Optional<Wanted> read(Form form, Set<String> open) {
    Optional<Setup.Kind> kind =
        form.parsed(
            "channel",
            "Choose one of these",
            word -> open.contains(word) ? Optional.of(Setup.Kind.of(word)) : Optional.empty());
    if (form.value("channel").isBlank()) {
      form.error("channel", "Choose one of these");
    }
    form.required("to", LONGEST);
    if (!form.isValid() || kind.isEmpty()) {
      return Optional.empty();
    }
    return address(form, kind.get().channel().orElseThrow()).map(to -> new Wanted(kind.get(), to));
  }

  private static Optional<Address> address(Form form, ChannelName channel) {
    return switch (channel) {
      case EMAIL ->
          form.parsed("to", "Not a mail address", EmailAddress::parse).map(Address.OfMail::new);
      case SMS, WHATSAPP ->
          form.parsed(
                  "to",
                  "Not a phone number; begin with the country code, such as +12025550123",
                  text -> PhoneNumber.parse(text, "ZZ"))
              .map(Address.OfNumber::new);
    };
  }

  /** Writes it down, or says in the form why not. */
  Form send(Acting acting, Wanted wanted, Form form) {
    switch (tests.send(acting, way(wanted), SUBJECT, TEXT)) {
      case ChannelTests.Asked.Queued _ -> {}
      case ChannelTests.Asked.Known _ ->
          form.error(
              "to", "This belongs to somebody in our care, or to a contact. Use one of your own.");
      case ChannelTests.Asked.TooMany(Duration pause) ->
          form.error("to", "Enough tests for this hour. Try again in " + When.span(pause) + ".");
    }
    return form;
  }

  private ChannelTests.Way way(Wanted wanted) {
    ChannelName channel = wanted.kind().channel().orElseThrow();
    return new ChannelTests.Way(
        channel,
        routes.all().stream()
            .filter(route -> route.channel() == channel)
            .filter(route -> route.provider() == wanted.kind().provider())
            .map(Routes.Route::sender)
            .findFirst(),
        wanted.to());
  }

  /** What was written down goes out; once it is committed. */
  void go() {
    wake.ordinary();
  }

  List<Sent> latest(Acting acting) {
    return tests.latest(acting).stream().map(TestMessages::sent).toList();
  }

  private static Sent sent(ChannelTests.Test test) {
    boolean failed = test.state().equals("failed") || test.status().equals("failed");
    return new Sent(
        label(test.channel()),
        Setup.inPart(test.address()),
        test.at(),
        failed ? "danger" : test.state().equals("accepted") ? "ok" : "info",
        failed ? ErrorWords.of(test.error()) : words(test));
  }

  private static String words(ChannelTests.Test test) {
    return switch (test.state()) {
      case "accepted" ->
          test.status().equals("delivered") || test.status().equals("read")
              ? "Arrived."
              : test.channel() == ChannelName.EMAIL
                  ? "The mail server has it."
                  : "The provider has it; no receipt yet.";
      case "withdrawn" -> "Withdrawn.";
      default ->
          test.error().isEmpty()
              ? "On its way."
              : "Not taken yet, and tried again: " + ErrorWords.of(test.error());
    };
  }

  private static String label(ChannelName channel) {
    return switch (channel) {
      case SMS -> "SMS";
      case WHATSAPP -> "WhatsApp";
      case EMAIL -> "E-mail";
    };
  }
}
