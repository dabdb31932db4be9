package ai.therapysync.gateway.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says who holds the embedded database. The operating system releases it when the holder dies, so
 * it never outlives its process.
 */
final class DataLock implements AutoCloseable {
  private final FileChannel channel;

  private DataLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Who wants the database. */
  enum Holder {
    /** A gateway: others may use what it holds, and never stop it. */
    GATEWAY,
    /** A short command: others wait until it is done. */
    COMMAND
  }

  /** The lock, when nobody has it. */
  static Optional<DataLock> tryTake(Path file, Holder holder) {
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        return Optional.empty();
      }
      String words = holder + " " + ProcessHandle.current().pid() + "\n";
      channel.truncate(0).write(ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8)));
      return Optional.of(new DataLock(channel));
    } catch (IOException e) {
      throw new UncheckedIOException("The lock can't be taken: " + file, e);
    }
  }

  /** Who wrote the lock last; tells of the present only while somebody has the lock. */
  static boolean isGateways(Path file) {
    return DataDirectory.read(file)
        .filter(words -> words.startsWith(Holder.GATEWAY.name()))
        .isPresent();
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Somebody in this very process has it.
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.truncate(0);
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
