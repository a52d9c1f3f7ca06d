package io.github.tapvirtuous.row;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static tools.jackson.core.JsonToken.END_ARRAY;
import static tools.jackson.core.JsonToken.END_OBJECT;
import static tools.jackson.core.JsonToken.START_ARRAY;
import static tools.jackson.core.JsonToken.START_OBJECT;

import io.github.tapvirtuous.error.UnusableReplyException;
import io.github.tapvirtuous.json.Buffers;
import io.github.tapvirtuous.json.Bytes;
import io.github.tapvirtuous.json.ReplyJson;
import io.github.tapvirtuous.row.RenderedPage.Summary;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableSchema;
import io.github.tapvirtuous.text.NumberText;
import java.util.Set;
import tools.jackson.core.JsonParser;

/**
 * Turns a reply, {@code {"list":[…],"total":N}}, a bare array or one row, into finished rows in one
 * pass of tokens. Numbers keep the text of the source: no tree, no {@code double}, no {@code
 * BigDecimal}. Thread-safe.
 */
public final class PageRenderer {
  private final ColumnIndex columns;
  private final boolean values;
  private final boolean alone;
  private final Buffers buffers = new Buffers();

  /**
   * Renders rows of this table with the columns of this schema.
   *
   * @param deselected fields that the user left out, so that they do not count as unknown
   */
  public PageRenderer(Table table, TableSchema schema, Set<String> deselected) {
    this.columns = new ColumnIndex(schema, deselected, table);
    this.values = table.isValueArray();
    this.alone = table.isAlone();
  }

  /**
   * Renders a whole reply.
   *
   * @param reply of which the page keeps nothing
   * @throws UnusableReplyException unless the reply parses to its end, with nothing behind it
   */
  public RenderedPage render(Bytes reply) {
    var memory = buffers.lend(reply.length());
    return ReplyJson.read(reply, parser -> new Pass(parser, memory).page());
  }

  /** One reply being read. */
  private final class Pass {
    private final JsonParser parser;
    private final PageBuilder page;
    private boolean listSeen;
    private long total = Summary.UNKNOWN_TOTAL;

    Pass(JsonParser parser, Bytes memory) {
      this.parser = parser;
      this.page = new PageBuilder(memory);
    }

    RenderedPage page() {
      var first = parser.nextToken();
      if (alone && first == START_OBJECT) {
        new RowRenderer(parser, columns, page).element();
      } else if (first == START_ARRAY) {
        list();
      } else if (first == START_OBJECT) {
        envelope();
      } else {
        throw new UnusableReplyException(
            first == null ? "the reply is empty" : "the reply is neither an object nor an array",
            null);
      }
      ReplyJson.expectEnd(parser);
      return page.build(total);
    }

    private void envelope() {
      while (parser.nextToken() != END_OBJECT) {
        var name = parser.currentName();
        var value = parser.nextToken();
        if (name.equals("list") && value == START_ARRAY && !listSeen) {
          list();
        } else if (name.equals("list")) {
          throw new UnusableReplyException("the reply's \"list\" is not one array", null);
        } else if (name.equals("total") && value.isNumeric()) {
          total = total();
        } else {
          parser.skipChildren();
        }
      }
      if (!listSeen) {
        throw new UnusableReplyException("the reply has no \"list\"", null);
      }
    }

    private void list() {
      listSeen = true;
      var valueRows = new ValueArrayRenderer(parser, columns, page);
      var rows = new RowRenderer(parser, columns, page);
      while (parser.nextToken() != END_ARRAY) {
        if (values) {
          valueRows.element();
        } else {
          rows.element();
        }
      }
    }

    /** A total that is no whole number of rows counts as missing. */
    private long total() {
      var digits = new byte[NumberText.MAX_LENGTH];
      var length =
          NumberText.integer(
              parser.getStringCharacters(),
              parser.getStringOffset(),
              parser.getStringLength(),
              digits);
      return length < 0
          ? Summary.UNKNOWN_TOTAL
          : Math.max(
              Long.parseLong(new String(digits, 0, length, US_ASCII)), Summary.UNKNOWN_TOTAL);
    }
  }
}
