package ai.therapysync.gateway.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * What a command sees of the world.
 *
 * @param out a command's result and nothing else
 * @param err everything else that a person should read
 */
public record Terminal(
    InputStream in, PrintStream out, PrintStream err, Map<String, String> environment) {}
