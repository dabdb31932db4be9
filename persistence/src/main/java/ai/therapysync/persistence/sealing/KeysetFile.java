package ai.therapysync.persistence.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** A file with a keyset in it, written whole or not at all. */
public record KeysetFile(Path path) {
  /** What stands in it. */
  public Keyset read() {
    try {
      return Keyset.parse(Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException("The keyset file can't be read: " + path, e);
    }
  }

  Keyset readOrMake() {
    try {
      if (!Files.exists(path)) {
        make(Keyset.create());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The keyset file can't be written: " + path, e);
    }
    return read();
  }

  /**
   * Puts another keyset in its place: whoever reads sees the old or the new one. Owner and
   * permissions stay, so that a gateway under another login can go on reading.
   */
  public void replace(Keyset keyset) {
    try {
      Path file = path.toRealPath();
      Path draft = draft(keyset, file);
      try {
        PosixFileAttributes old = Files.readAttributes(file, PosixFileAttributes.class);
        PosixFileAttributeView view = attributes(draft);
        if (!old.owner().equals(view.readAttributes().owner())
            || !old.group().equals(view.readAttributes().group())) {
          view.setGroup(old.group());
          view.setOwner(old.owner());
        }
        view.setPermissions(old.permissions());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The keyset file can't be written: " + path, e);
    }
  }

  private static PosixFileAttributeView attributes(Path file) {
    return Files.getFileAttributeView(file, PosixFileAttributeView.class);
  }

  /** Never over another's. */
  private void make(Keyset keyset) throws IOException {
    Path file = path.toAbsolutePath();
    Files.createDirectories(file.getParent());
    Path draft = draft(keyset, file);
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // Another process was faster: its keyset counts.
    } catch (UnsupportedOperationException e) {
      Files.copy(draft, file, StandardCopyOption.COPY_ATTRIBUTES);
    } finally {
      Files.delete(draft);
    }
  }

  private static Path draft(Keyset keyset, Path file) throws IOException {
    Path draft =
        Files.createTempFile(
            file.getParent(),
            ".keyset",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(draft, keyset.json());
  }
}
