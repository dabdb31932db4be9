package ai.therapysync.gateway.cli;

import ai.therapysync.persistence.database.Database;
import ai.therapysync.persistence.keys.NodeKeys;
import ai.therapysync.persistence.keys.SealedRows;
import ai.therapysync.persistence.sealing.Keyset;
import ai.therapysync.persistence.sealing.Sealer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * Puts a new key in the place of the old one while nodes run: first all of them can open what it
 * will seal, then it seals, then what older keys sealed is sealed anew. Each step is safe to
 * repeat, and goes on where the one before was broken off.
 */
final class KeyRotation {
  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final Duration LOOKS_EVERY = Duration.ofMillis(500);
  private static final int ROUNDS = 5;

  private final Terminal terminal;
  private final KeyHandover handover;
  private final NodeKeys nodes;
  private final Database database;

  KeyRotation(Terminal terminal, KeyHandover handover, Database database) {
    this.terminal = terminal;
    this.handover = handover;
    this.nodes = new NodeKeys(database.jdbi());
    this.database = database;
  }

  /** Goes as far as it can without a person. */
  int rotate(Keyset keyset) {
    refuseStrangers(keyset);
    return switch (keyset.stage()) {
      case ONE_KEY -> add(keyset.withNewKey());
      case NEWEST_WAITS -> promote(keyset);
      case OLD_KEYS_LEFT -> sealAnew(keyset);
    };
  }

  /** Takes the old keys away, once nothing and nobody needs them. */
  int retire(Keyset keyset) {
    refuseStrangers(keyset);
    if (keyset.stage() != Keyset.Stage.OLD_KEYS_LEFT) {
      throw new Refusal("There is no old key to retire; see ./run keys status");
    }
    Set<Long> sealed = rows(keyset).count().keySet();
    if (sealed.stream().anyMatch(key -> key != keyset.primary() && keyset.ids().contains(key))) {
      terminal.err().println("Old keys are still in use: run ./run keys rotate first.");
      return ExitCode.FOUND_WRONG;
    }
    if (!all(nodes.running(), node -> node.primary() == keyset.primary())) {
      return missing("still seal with an old key", keyset);
    }
    handover.give(
        keyset.withoutOldKeys(),
        "Set GATEWAY_KEYSET to this on every node, and restart them one after another.");
    if (handover.isFollowed()) {
      terminal.out().println("Key " + keyset.primary() + " is the only one now.");
    }
    return ExitCode.DONE;
  }

  private int add(Keyset added) {
    handover.give(
        added,
        "Step 1 of 3: set GATEWAY_KEYSET to this on every node and here, restart the nodes one after"
            + " another, and run ./run keys rotate again.");
    if (!handover.isFollowed()) {
      return ExitCode.DONE;
    }
    terminal.out().println("Key " + added.newest() + " is added.");
    return promote(added);
  }

  private int promote(Keyset keyset) {
    if (!await(node -> node.keys().contains(keyset.newest()))) {
      return missing("don't know the new key", keyset);
    }
    Keyset promoted = keyset.withNewestSealing();
    handover.give(
        promoted,
        "Step 2 of 3: set GATEWAY_KEYSET to this on every node and here, restart the nodes one after"
            + " another, and run ./run keys rotate again.");
    if (!handover.isFollowed()) {
      return ExitCode.DONE;
    }
    terminal.out().println("Key " + promoted.primary() + " seals from now on.");
    return sealAnew(promoted);
  }

  private int sealAnew(Keyset keyset) {
    if (!await(node -> node.primary() == keyset.primary())) {
      return missing("still seal with an old key", keyset);
    }
    SealedRows rows = rows(keyset);
    SealedRows.Round round = rows.sealAnew();
    long sealed = round.sealed();
    for (int i = 1; i < ROUNDS && round.sealed() > 0; i++) {
      round = rows.sealAnew();
      sealed += round.sealed();
    }
    terminal.out().println(sealed + " rows are sealed anew by key " + keyset.primary() + ".");
    if (round.unopened() > 0) {
      terminal.out().println(round.unopened() + " rows open with no key of this keyset.");
    }
    boolean left =
        rows.count().keySet().stream()
            .anyMatch(key -> key != keyset.primary() && keyset.ids().contains(key));
    terminal
        .err()
        .println(
            left
                ? "Some rows were in use: run ./run keys rotate again."
                : "The old keys are needed by older backups alone: keep them with those, then run"
                    + " ./run keys retire --yes.");
    return left ? ExitCode.FOUND_WRONG : ExitCode.DONE;
  }

  /** A keyset that isn't the gateway's would make what runs unreadable. */
  private void refuseStrangers(Keyset keyset) {
    boolean strange =
        nodes.running().stream().anyMatch(node -> !keyset.ids().contains(node.primary()));
    if (strange) {
      throw new Refusal(
          "A running gateway seals with a key that this keyset lacks: set GATEWAY_KEYSET to the"
              + " gateway's own");
    }
  }

  /** Nodes follow a file by themselves; for others waiting is of no use. */
  private boolean await(Predicate<NodeKeys.Node> ready) {
    long end = System.nanoTime() + (handover.isFollowed() ? PATIENCE.toNanos() : 0);
    while (!all(nodes.running(), ready)) {
      if (System.nanoTime() >= end) {
        return false;
      }
      LockSupport.parkNanos(LOOKS_EVERY.toNanos());
    }
    return true;
  }

  private int missing(String what, Keyset keyset) {
    terminal
        .err()
        .println(
            "Of "
                + nodes.running().size()
                + " running nodes some "
                + what
                + ": see to it that each has the keys "
                + keyset.ids().stream().sorted().toList()
                + ", then run this again.");
    return ExitCode.FOUND_WRONG;
  }

  private SealedRows rows(Keyset keyset) {
    return new SealedRows(database.jdbi(), new Sealer(keyset));
  }

  private static boolean all(List<NodeKeys.Node> running, Predicate<NodeKeys.Node> ready) {
    return running.stream().allMatch(ready);
  }
}
