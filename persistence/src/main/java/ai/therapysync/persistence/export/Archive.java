package ai.therapysync.persistence.export;

import ai.therapysync.persistence.conversation.MediaFiles;
import ai.therapysync.persistence.database.Lane;
import ai.therapysync.persistence.sealing.DataKey;
import ai.therapysync.persistence.sealing.Sealer;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Jdbi;

/**
 * One person's archive, which its caller was granted. Rows are read some at a time, and no
 * connection is held while they are written, however slowly they are taken.
 */
public final class Archive {
  private static final int ROWS_AT_ONCE = 1_000;
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  private final Jdbi jdbi;
  private final Optional<DataKey> key;
  private final MediaFiles media;
  private final Opener opener;
  private final List<Part> parts;
  private final UUID person;
  private final Instant now;

  Archive(
      Jdbi jdbi, Sealer sealer, Optional<DataKey> key, List<Part> parts, UUID person, Instant now) {
    this.jdbi = jdbi;
    this.key = key;
    this.media = new MediaFiles(jdbi, sealer);
    this.opener = new Opener(sealer, key);
    this.parts = parts;
    this.person = person;
    this.now = now;
  }

  /**
   * Writes a ZIP file, and leaves the stream open.
   *
   * @throws IOException when the stream takes no more
   */
  public void writeTo(OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    begin(zip, "README.txt");
    zip.write(readMe().getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    for (Part part : parts) {
      begin(zip, part.file() + ".json");
      write(part, zip);
      zip.closeEntry();
    }
    for (MediaFiles.File file : media.all(person)) {
      if (key.isPresent()) {
        begin(zip, "media/" + file.fileName());
        media.copy(file, key.get(), zip);
        zip.closeEntry();
      }
    }
    zip.finish();
  }

  private void begin(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(now.toEpochMilli());
    zip.putNextEntry(entry);
  }

  private void write(Part part, OutputStream out) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartArray();
      List<Object> keys = Lane.ordinary(() -> keys(part));
      for (int from = 0; from < keys.size(); from += ROWS_AT_ONCE) {
        List<Object> next = keys.subList(from, Math.min(from + ROWS_AT_ONCE, keys.size()));
        for (String row : Lane.ordinary(() -> read(part, next))) {
          json.writeTree(opener.open(part, row));
        }
      }
      json.writeEndArray();
    }
  }

  private List<Object> keys(Part part) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(part.keys())
            .bind("person", person)
            .map((row, _) -> row.getObject("key"))
            .list());
  }

  private List<String> read(Part part, List<Object> keys) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(part.some())
            .bind("person", person)
            .bindArray("keys", keys.getFirst().getClass(), keys)
            .mapTo(String.class)
            .list());
  }

  private String readMe() {
    StringBuilder text = new StringBuilder();
    text.append("Everything that TherapySync keeps about you, as it was at ")
        .append(now.truncatedTo(ChronoUnit.SECONDS))
        .append(".\n\nEach file is a table as JSON: a list of rows, the newest last, an empty list")
        .append("\nwhere there is nothing. Times are UTC. Your messages are readable here; with us")
        .append("\nthey are sealed. Not in here: other people's names, addresses and ids, and")
        .append("\nsecrets such as passwords, codes and tokens.\n\n");
    parts.forEach(
        part -> text.append(part.file()).append(".json\n    ").append(part.words()).append("\n"));
    return text.toString();
  }
}
