package ai.therapysync.gateway.cli;

import picocli.CommandLine.Command;

/** {@code run} itself: without a command it is the demo. */
@Command(
    name = "run",
    description = {
      "TherapySync Gateway: an AI companion over WhatsApp and SMS, and people who come when someone"
          + " is in danger.",
      "Without a command: demo."
    },
    mixinStandardHelpOptions = true,
    version = "TherapySync Gateway 0.1.0")
final class RootCommand {}
