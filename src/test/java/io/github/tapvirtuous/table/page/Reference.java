package io.github.tapvirtuous.table.page;

import static java.util.Map.entry;

import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.table.TableSchema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A column that holds the key of a row in some table.
 *
 * @param table that has the column
 * @param to the table whose key it holds, perhaps the same one
 */
record Reference(Table table, Column column, Table to) {
  /** A column's name, in whichever table it stands, and the table: the vendor says no more. */
  static final Map<String, String> TARGETS =
      Map.ofEntries(
          entry("acknowledgeeIndividualId", "individuals"),
          entry("campaignId", "campaigns"),
          entry("channelType", "channel_types"),
          entry("communicationId", "communications"),
          entry("communicationType", "communication_types"),
          entry("contactId", "contacts"),
          entry("contactIndividualId", "individuals"),
          entry("giftAskId", "gift_asks"),
          entry("giftId", "gifts"),
          entry("mergedIntoContactId", "contacts"),
          entry("originSegmentId", "segments"),
          entry("parentId", "projects"),
          entry("parentProjectId", "projects"),
          entry("projectId", "projects"),
          entry("segmentId", "segments"),
          entry("volunteerOpportunityId", "volunteer_opportunities"));

  /** Ids of what is none of the tables, or of which nobody says what they are. */
  static final Set<String> ELSEWHERE =
      Set.of(
          "assignedUserId",
          "contactMembershipId",
          "contactPassthroughId",
          "grantId",
          "mediaOutletId",
          "organizationId",
          "secondaryAssignedUserId",
          "segmentOrganizerId",
          "tributeId");

  static List<Reference> of(Table table) {
    return TableSchema.known(table).columns().stream()
        .filter(column -> !column.name().equals(table.key()))
        .filter(column -> TARGETS.containsKey(column.name()))
        .map(column -> new Reference(table, column, target(column)))
        .toList();
  }

  /** In the order of the table map, and of each table's columns. */
  static Stream<Reference> all() {
    return TableMap.all().stream().flatMap(table -> of(table).stream());
  }

  static List<Reference> to(Table table) {
    return all().filter(reference -> reference.to().equals(table)).toList();
  }

  private static Table target(Column column) {
    return TableMap.named(TARGETS.getOrDefault(column.name(), "")).orElseThrow();
  }
}
