package io.github.tapvirtuous.event;

/** What the fields of a payload are called, in the spelling that is seen in the wild. */
final class EventField {
  static final String NAME = "event";
  static final String ID = "eventId";
  static final String TIME = "eventDateTimeUtc";
  static final String MODELS = "models";
  static final String KEY = "id";

  /** As the vendor's page has them. */
  static final String DOCUMENTED_NAME = "eventType";

  static final String DOCUMENTED_TIME = "timestamp";
  static final String DOCUMENTED_RECORD = "data";

  /** Objects that are no record. */
  static final String ORGANIZATION = "organization";

  static final String USER = "organizationUser";

  /** Our own: where in its delivery an event stood that is now a payload of its own. */
  static final String PLACE = "place";

  private EventField() {}
}
