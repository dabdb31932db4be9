package ai.therapysync.persistence.crisis;

import ai.therapysync.crisis.people.EmailAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Who is alarmed when it is about no person in care. */
public final class OperatorMails {
  private final Optional<EmailAddress> alertMailbox;

  /** With the mailbox that is alarmed beside the operators, where one is configured. */
  public OperatorMails(Optional<EmailAddress> alertMailbox) {
    this.alertMailbox = alertMailbox;
  }

  /** Their addresses, each once. */
  public List<EmailAddress> list(Handle handle) {
    Stream<EmailAddress> people =
        handle
            .createQuery(
                "SELECT DISTINCT coalesce(o.email, u.email) FROM public.user_roles r"
                    + " LEFT JOIN public.profiles o ON o.id = r.user_id"
                    + " LEFT JOIN auth.users u ON u.id = r.user_id WHERE r.is_active"
                    + " AND r.role::text IN ('admin', 'super_admin', 'support_admin')")
            .mapTo(String.class)
            .filter(Objects::nonNull)
            .list()
            .stream()
            .flatMap(mail -> EmailAddress.parse(mail).stream());
    return Stream.concat(people, alertMailbox.stream()).distinct().toList();
  }
}
