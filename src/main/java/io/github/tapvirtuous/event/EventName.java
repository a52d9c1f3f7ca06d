package io.github.tapvirtuous.event;

import io.github.tapvirtuous.event.Event.Kind;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What an event tells of: {@code giftUpdate}, {@code GiftUpdate} or {@code gift.updated}. */
record EventName(Table table, Kind kind) {
  private static final int LONGEST = 100;
  private static final Map<String, EventName> KNOWN = known();

  /** Empty for an event of no table. */
  static Optional<EventName> of(String name) {
    return name.length() > LONGEST
        ? Optional.empty()
        : Optional.ofNullable(KNOWN.get(lettersOf(name)));
  }

  private static Map<String, EventName> known() {
    var known = new HashMap<String, EventName>();
    for (var table : TableMap.all()) {
      if (!table.webhook().events().isEmpty()) {
        for (var kind : Kind.values()) {
          var name = new EventName(table, kind);
          known.put(lettersOf(name.text()), name);
          known.put(lettersOf(name.text()) + "d", name); // gift.updated
        }
      }
    }
    return Map.copyOf(known);
  }

  private static String lettersOf(String name) {
    var letters = new StringBuilder();
    name.codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
    return letters.toString().toLowerCase(Locale.ROOT);
  }

  /** Such as {@code giftUpdate}. */
  String text() {
    var kindName = kind.name();
    return table.webhook().rootObject()
        + kindName.charAt(0)
        + kindName.substring(1).toLowerCase(Locale.ROOT);
  }
}
