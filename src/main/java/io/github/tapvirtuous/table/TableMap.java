package io.github.tapvirtuous.table;

import java.util.List;
import java.util.Optional;

/**
 * All tables that the tap reads. A new table is one entry here.
 *
 * <p>Source of the paths: the vendor's API reference (docs.virtuous.org/api-reference).
 */
public final class TableMap {
  private static final String MODIFIED = "modifiedDateTimeUtc";

  private static final List<Table> TABLES =
      List.of(
          Table.query("campaigns", "Campaign/Query").key("campaignId").modified(MODIFIED),
          Table.values("channel_types", "Communication/ChannelTypes").key("channel"),
          Table.values("communication_types", "Communication/CommunicationTypes")
              .key("communication_type"),
          Table.query("communications", "Communication/Query")
              .key("communicationId")
              .spelling("startdateTimeUtc", "startDateTimeUtc")
              .modified("lastModifiedDateTimeUtc"),
          Table.query("contacts", "Contact/Query/FullContact")
              .archivable()
              .webhook("contact", "contactCreate", "contactUpdate")
              .modified(MODIFIED),
          Table.query("contact_notes", "ContactNote/Query")
              .indexes("contactId")
              .webhook("contactNote", "contactNoteCreate", "contactNoteUpdate", "contactNoteDelete")
              .modified(MODIFIED),
          Table.query("gifts", "Gift/Query/FullGift")
              .indexes("transactionId", "contactId", "segmentId")
              .webhook("gift", "giftCreate", "giftUpdate", "giftDelete")
              .modified(MODIFIED),
          Table.query("gift_asks", "GiftAsk/Query")
              .indexes("contactId", "projectId", "segmentId")
              .modified(MODIFIED),
          Table.query("gift_destinations", "GiftDesignation/Query")
              .indexes("giftId", "contactId", "projectId"),
          Table.query("individuals", "ContactIndividual/Query")
              .indexes("contactId")
              .modified(MODIFIED),
          Table.list("organization_groups", "OrganizationGroup"),
          Table.query("planned_gifts", "PlannedGift/Query")
              .indexes("contactId", "projectId", "segmentId")
              .modified(MODIFIED),
          Table.query("pledges", "v2/Pledge/Query")
              .indexes("contactId", "projectId", "segmentId")
              .modified(MODIFIED),
          Table.query("projects", "Project/Query")
              .indexes("parentId")
              .webhook("project", "projectCreate", "projectUpdate", "projectDelete")
              .modified(MODIFIED),
          Table.query("recurring_gifts", "RecurringGift/Query")
              .indexes("transactionId", "contactId", "segmentId")
              .modified(MODIFIED),
          Table.query("volunteers", "Volunteer/Query").indexes("contactId").modified(MODIFIED),
          Table.query("volunteer_opportunities", "VolunteerOpportunity/Query").modified(MODIFIED),
          Table.search("segments", "Segment/Search"));

  private TableMap() {}

  /** In the order in which a run without state reads them. */
  public static List<Table> all() {
    return TABLES;
  }

  public static Optional<Table> named(String name) {
    return TABLES.stream().filter(table -> table.name().equals(name)).findFirst();
  }

  public static List<String> names() {
    return TABLES.stream().map(Table::name).toList();
  }
}
