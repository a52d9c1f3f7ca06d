package io.github.tapvirtuous.table;

import io.github.tapvirtuous.table.Table.Dates;
import java.util.List;
import java.util.Optional;

/**
 * All tables that the tap reads. A new table is one entry here.
 *
 * <p>Source of the paths: the vendor's API reference (docs.virtuous.org/api-reference).
 */
public final class TableMap {
  private static final String MODIFIED = "modifiedDateTimeUtc";
  private static final String CREATED = "createDateTimeUtc";

  private static final Table CAMPAIGNS =
      Table.query("campaigns", "Campaign/Query").key("campaignId").dated(MODIFIED, CREATED);

  private static final List<Table> TABLES =
      List.of(
          CAMPAIGNS,
          Table.values("channel_types", "Communication/ChannelTypes").key("channel"),
          Table.values("communication_types", "Communication/CommunicationTypes")
              .key("communication_type"),
          Table.query("communications", "Communication/Query")
              .key("communicationId")
              .spelling("startdateTimeUtc", "startDateTimeUtc")
              .dated("lastModifiedDateTimeUtc", "createdDateTimeUtc")
              .below(CAMPAIGNS, "Communication/ByCampaign/", 100, new Dates(MODIFIED, CREATED)),
          Table.query("contacts", "Contact/Query/FullContact")
              .archivable()
              .webhook("contact", "contactCreate", "contactUpdate")
              .dated(MODIFIED, CREATED),
          Table.query("contact_notes", "ContactNote/Query")
              .indexes("contactId")
              .webhook("contactNote", "contactNoteCreate", "contactNoteUpdate", "contactNoteDelete")
              .dated(MODIFIED, CREATED),
          Table.query("gifts", "Gift/Query/FullGift")
              .indexes("transactionId", "contactId", "segmentId")
              .webhook("gift", "giftCreate", "giftUpdate", "giftDelete")
              .dated(MODIFIED, CREATED),
          Table.query("gift_asks", "GiftAsk/Query")
              .indexes("contactId", "projectId", "segmentId")
              .dated(MODIFIED, CREATED),
          Table.query("gift_destinations", "GiftDesignation/Query")
              .indexes("giftId", "contactId", "projectId"),
          Table.query("individuals", "ContactIndividual/Query")
              .indexes("contactId")
              .dated(MODIFIED, CREATED),
          Table.list("organization_groups", "OrganizationGroup"),
          Table.query("planned_gifts", "PlannedGift/Query")
              .indexes("contactId", "projectId", "segmentId")
              .dated(MODIFIED, CREATED),
          Table.query("pledges", "v2/Pledge/Query")
              .indexes("contactId", "projectId", "segmentId")
              .dated(MODIFIED, CREATED),
          Table.query("projects", "Project/Query")
              .indexes("parentId")
              .webhook("project", "projectCreate", "projectUpdate", "projectDelete")
              .dated(MODIFIED, CREATED),
          Table.query("recurring_gifts", "RecurringGift/Query")
              .indexes("transactionId", "contactId", "segmentId")
              .dated(MODIFIED, CREATED),
          Table.query("volunteers", "Volunteer/Query")
              .indexes("contactId")
              .dated(MODIFIED, CREATED),
          Table.query("volunteer_opportunities", "VolunteerOpportunity/Query")
              .dated(MODIFIED, CREATED),
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
