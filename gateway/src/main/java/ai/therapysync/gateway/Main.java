package ai.therapysync.gateway;

import ai.therapysync.gateway.cli.DemoLauncher;
import ai.therapysync.gateway.cli.GatewayCommandLine;
import ai.therapysync.gateway.cli.Terminal;
import ai.therapysync.gateway.config.Configuration;
import ai.therapysync.gateway.config.ConfigurationReader;
import ai.therapysync.gateway.wiring.Demo;
import ai.therapysync.gateway.wiring.Gateway;
import ai.therapysync.gateway.wiring.Screens;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The program. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    // UTF-8 whatever the locale: messages come in all scripts.
    PrintStream out = utf8(FileDescriptor.out, false);
    PrintStream err = utf8(FileDescriptor.err, true);
    Terminal terminal = new Terminal(System.in, out, err, ConfigurationReader.processEnvironment());
    int code =
        new GatewayCommandLine(
                terminal, Gateway::start, Main::demo, () -> Screens.load(terminal.environment()))
            .execute(arguments);
    out.flush();
    System.exit(code);
  }

  private static DemoLauncher.Running demo(Configuration configuration) {
    Demo demo = Demo.start(configuration);
    return new DemoLauncher.Running(demo, demo.operator(), demo.oneTimePassword());
  }

  private static PrintStream utf8(FileDescriptor descriptor, boolean flushLines) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16),
        flushLines,
        StandardCharsets.UTF_8);
  }
}
