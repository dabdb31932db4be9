package ai.therapysync.conversation.delivery;

import static ai.therapysync.conversation.delivery.Step.MAIL;
import static ai.therapysync.conversation.delivery.Step.SMS;
import static ai.therapysync.conversation.delivery.Step.TEMPLATE;
import static ai.therapysync.conversation.delivery.Step.WHATSAPP;

import java.util.List;

/** What a message is about, as far as it decides by which ways it is tried, and in which order. */
public enum Matter {
  /** To a person in danger: their words at once, by whatever way is open; an invitation last. */
  DANGER,
  /** An answer that keeps until the person writes again. */
  ANSWER,
  /** A question or a word of the moment: it does not keep, so nobody is invited to it. */
  MOMENT,
  /** A contact is called; by mail they are at the same time. */
  PAGE,
  /** Something else that a contact has to know. */
  NOTICE,
  /** By its own way or not at all. */
  ALONE;

  /** The ways by which it is tried, in this order; one that was tried is not tried again. */
  public List<Step> ladder() {
    return switch (this) {
      case DANGER -> List.of(WHATSAPP, SMS, TEMPLATE);
      case ANSWER -> List.of(WHATSAPP, TEMPLATE, SMS);
      case MOMENT -> List.of(WHATSAPP, SMS);
      case PAGE -> List.of(SMS, TEMPLATE);
      case NOTICE -> List.of(SMS, MAIL);
      case ALONE -> List.of();
    };
  }

  /** Whether what passes by itself is waited for; who is in danger does not wait. */
  boolean mayWait() {
    return this == ANSWER || this == MOMENT;
  }
}
