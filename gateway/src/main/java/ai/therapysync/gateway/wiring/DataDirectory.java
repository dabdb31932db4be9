package ai.therapysync.gateway.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What lies where in {@code GATEWAY_DATA_DIR}. */
record DataDirectory(Path root) {
  private static final int PASSWORD_BYTES = 24;

  static DataDirectory at(Path root) {
    try {
      return new DataDirectory(ownersOnly(root).toRealPath());
    } catch (IOException e) {
      throw new EmbeddedDatabaseFault(
          "The data directory "
              + root
              + " can't be made: check the permissions, or set GATEWAY_DATA_DIR");
    }
  }

  /** Keys, data and programs lie in it; a directory that is there already keeps its permissions. */
  private static Path ownersOnly(Path directory) throws IOException {
    return Files.isDirectory(directory)
        ? directory
        : Files.createDirectories(
            directory,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  Path lock() {
    return root.resolve("gateway.lock");
  }

  Path postgres() {
    return root.resolve("postgres");
  }

  /** Where a first start is tried, so that one that was cut short leaves no half database. */
  Path newPostgres() {
    return root.resolve("postgres.new");
  }

  Path programs() {
    return root.resolve("postgres-programs");
  }

  Path log() {
    return root.resolve("postgres.log");
  }

  Path passwordFile() {
    return root.resolve("postgres.password");
  }

  Path keyset() {
    return root.resolve("keyset.json");
  }

  /** The database's own password, made once. */
  String password() {
    return read(passwordFile()).orElseGet(this::newPassword);
  }

  Optional<Integer> rememberedPort() {
    return read(root.resolve("postgres.port"))
        .filter(text -> text.matches("[0-9]{1,5}"))
        .map(Integer::valueOf);
  }

  void remember(int port) {
    write(root.resolve("postgres.port"), Integer.toString(port));
  }

  /** The file's content without blanks around; empty when there is none. */
  static Optional<String> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty())
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void removeAll(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try {
      Files.walkFileTree(directory, new Removal());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String newPassword() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    write(passwordFile(), password);
    return password;
  }

  private static void write(Path file, String text) {
    try {
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(file, text + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException fault)
        throws IOException {
      Files.delete(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
