package ai.therapysync.gateway.simulator.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mail server on loopback that takes mail for anybody and keeps the last ones, unless an address
 * is told to refuse.
 */
public final class SimulatedMailServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SimulatedMailServer.class);
  private static final int MOST = 1_000;
  private static final long START_MILLIS = 10_000;

  private final InstantSource clock;
  private final SmtpServer server;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Mail> mails = new ArrayDeque<>();
  private final Set<String> refusing = new HashSet<>();
  private long version;

  private SimulatedMailServer(int port, InstantSource clock) {
    this.clock = clock;
    this.server =
        new SmtpServer(
            new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP), new OurManagers());
  }

  /**
   * Starts on loopback.
   *
   * @param port 0 for a free one
   */
  public static SimulatedMailServer start(int port, InstantSource clock) {
    SimulatedMailServer mail = new SimulatedMailServer(port, clock);
    mail.server.startService();
    try {
      if (!mail.server.waitTillRunning(START_MILLIS)) {
        throw new IllegalStateException(
            "The simulated mail server can't listen on port " + port + "; choose another port");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the mail server was starting", e);
    }
    return mail;
  }

  /** Where it listens. */
  public int port() {
    return server.getPort();
  }

  /** What is there, oldest first. */
  public List<Mail> mails() {
    lock.lock();
    try {
      return List.copyOf(mails);
    } finally {
      lock.unlock();
    }
  }

  /** What is in one mailbox, oldest first. */
  public List<Mail> mailsTo(String address) {
    String wanted = address.toLowerCase(Locale.ROOT);
    return mails().stream().filter(mail -> mail.to().equals(wanted)).toList();
  }

  /** Waits until some mail is as wanted, and gives it; empty when the time is over. */
  public Optional<Mail> await(Predicate<Mail> wanted, Duration atMost) throws InterruptedException {
    long left = atMost.toNanos();
    lock.lockInterruptibly();
    try {
      while (true) {
        Optional<Mail> found = mails.stream().filter(wanted).findFirst();
        if (found.isPresent() || left <= 0) {
          return found;
        }
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** From now on mail to that address is refused with 550, or taken again. */
  public void refuse(String address, boolean refuse) {
    String named = address.toLowerCase(Locale.ROOT);
    lock.lock();
    try {
      boolean news = refuse ? refusing.add(named) : refusing.remove(named);
      version += news ? 1 : 0;
    } finally {
      lock.unlock();
    }
  }

  /** The addresses that refuse. */
  public Set<String> refusing() {
    lock.lock();
    try {
      return Set.copyOf(refusing);
    } finally {
      lock.unlock();
    }
  }

  /** Grows with every change that a page would show. */
  public long version() {
    lock.lock();
    try {
      return version;
    } finally {
      lock.unlock();
    }
  }

  private void keep(MovingMessage message) {
    for (MailAddress to : message.getToAddresses()) {
      String address = to.getEmail().toLowerCase(Locale.ROOT);
      try {
        keep(MailReader.read(message.getMessage(), address, clock.instant()));
      } catch (MessagingException | IOException e) {
        log.warn("A mail could not be read: {}", e.getClass().getSimpleName());
      }
    }
  }

  private void keep(Mail mail) {
    lock.lock();
    try {
      mails.addLast(mail);
      if (mails.size() > MOST) {
        mails.removeFirst();
      }
      version++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    server.stopService();
  }

  /** GreenMail's parts with our own door: nothing goes into its mailboxes, which never forget. */
  private final class OurManagers extends Managers {
    private final SmtpManager door =
        new SmtpManager(getImapHostManager(), getUserManager()) {
          @Override
          public @Nullable String checkRecipient(SmtpState state, MailAddress to) {
            return refusing().contains(to.getEmail().toLowerCase(Locale.ROOT))
                ? "550 5.1.1 This mailbox does not exist"
                : null;
          }

          @Override
          public synchronized void send(SmtpState state) {
            keep(state.getMessage());
          }
        };

    @Override
    public SmtpManager getSmtpManager() {
      return door;
    }
  }
}
