package io.github.tapvirtuous.singer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.error.OutputException;
import io.github.tapvirtuous.sync.SelectedStream;
import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.FieldType;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.table.TableSchema;
import io.github.tapvirtuous.testing.Rule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SingerCatalogTest {
  private static final Path EXPECTED = Path.of("src/test/resources/singer/catalog.json");

  @Test
  @Rule("CAT-2")
  void the_catalog_is_the_one_expected() throws IOException {
    var text = written(List.of(Streams.gifts(), Streams.channelTypes()));

    assertThat(text).isEqualTo(Files.readString(EXPECTED));
  }

  @Test
  @Rule("CAT-1")
  void no_line_of_a_very_wide_table_is_long() {
    var columns =
        IntStream.range(0, 5_000).mapToObj(n -> new Column("id" + n, FieldType.ARRAY)).toList();
    var gifts = new TableSchema(columns, "id0");

    var text = written(List.of(SelectedStream.of(Streams.gifts().table(), gifts)));

    assertThat(text.lines()).allMatch(line -> line.length() < 200);
  }

  @Test
  @Rule("CAT-3")
  void every_table_can_be_a_stream() {
    assertThat(TableMap.names()).allMatch(name -> name.matches("[a-z_]+")).doesNotHaveDuplicates();
  }

  @Test
  void an_index_that_is_no_column_is_not_announced() {
    var entry = SingerCatalog.toJson(List.of(Streams.gifts())).path("streams").path(0);

    assertThat(entry.path("metadata").path(0).path("metadata").path("tap-virtuous.indexes"))
        .hasToString("[\"contactId\"]");
  }

  @Test
  @Rule("CAT-8")
  void discovery_makes_no_choice() {
    assertThat(written(List.of(Streams.gifts()))).doesNotContain("\"selected\"");
  }

  @Test
  @Rule("CAT-9")
  void two_discoveries_write_the_same() {
    assertThat(written(List.of(Streams.gifts()))).isEqualTo(written(List.of(Streams.gifts())));
  }

  @Test
  @Rule("CAT-11")
  void a_written_catalog_can_be_read(@TempDir Path folder) throws IOException {
    var streams = List.of(Streams.gifts(), Streams.channelTypes());
    var file = Files.writeString(folder.resolve("catalog.json"), written(streams));

    assertThat(SingerCatalog.read(file).streams()).isEqualTo(streams);
  }

  @Test
  void a_closed_output_is_told() throws IOException {
    var closed = OutputStream.nullOutputStream();
    closed.close();

    assertThatThrownBy(() -> SingerCatalog.write(List.of(), closed))
        .isInstanceOf(OutputException.class);
  }

  private static String written(List<SelectedStream> streams) {
    var out = new ByteArrayOutputStream();
    SingerCatalog.write(streams, out);
    return out.toString(UTF_8);
  }
}
