package io.github.tapvirtuous.standin.webhook;

import io.github.tapvirtuous.standin.rows.RowChange;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row as events show it, which is not how the API does: some fields are missing, some have
 * another name or another type, some are new.
 */
final class WebhookRecord {
  /** Of the fields that the API has, those that events have under the same name. */
  private static final Map<String, List<String>> SHARED =
      Map.of(
          "contacts",
          words(
              "contactType name informalName isPrivate contactReferences tags organizationGroups"
                  + " mergedIntoContactId createDateTimeUtc modifiedDateTimeUtc"),
          "contact_notes",
          words(
              "contactId type note noteDate important isPrivate createDateTimeUtc createdByUser"
                  + " modifiedDateTimeUtc modifiedByUser"),
          "gifts",
          words(
              "transactionSource transactionId contactId contactName contactIndividualId"
                  + " contactPassthroughId giftDateFormatted amount currencyCode batch segment"
                  + " segmentCode notes"),
          "projects",
          words(
              "name projectCode externalAccountingCode onlineDisplayName description parentId"
                  + " parentName isSubProject type location isPublic isActive isAvailableOnline"
                  + " isTaxDeductible beginningBalance currentBalance startDate endDate"
                  + " createDateTimeUtc modifiedDateTimeUtc"));

  private static final Map<String, List<String>> OF_DELETED =
      Map.of(
          "contact_notes", words("contactId"),
          "gifts", words("contactId amount giftDateFormatted"),
          "projects", words("name projectCode"));

  /** Display names, where the API says a code. */
  private static final Map<String, String> GIFT_TYPES = Map.of("Credit", "Credit Card");

  private static final List<String> OF_DESIGNATIONS =
      words("id projectId project projectCode amountDesignated");
  private static final List<String> OF_ADDRESSES =
      words("id label address1 address2 city state postal country isPrimary");
  private static final List<String> OF_INDIVIDUALS =
      words("id contactId firstName lastName isPrimary isSecondary isDeceased contactMethods");

  private final JsonNode row;
  private final ObjectNode told = JsonMapper.shared().createObjectNode();

  private WebhookRecord(JsonNode row) {
    this.row = row;
  }

  static ObjectNode of(RowChange change) {
    var record = new WebhookRecord(change.record());
    record.told.put("id", change.key());
    var table = change.table().name();
    if (change.kind() == RowChange.Kind.DELETE) {
      return copied(OF_DELETED.getOrDefault(table, List.of()), record.row, record.told);
    }
    copied(SHARED.getOrDefault(table, List.of()), record.row, record.told);
    switch (table) {
      case "gifts" -> record.gift(change.key());
      case "contacts" -> record.contact(change.isArchived());
      default -> {}
    }
    return record.customFields();
  }

  private void gift(long key) {
    var type = row.path("giftType").asString("");
    told.put("giftType", GIFT_TYPES.getOrDefault(type, type));
    told.put("giftDateUtc", row.path("giftDate").asString(null));
    told.put("contactEmail", "maggie.vale@example.org").putNull("state");
    told.put("checkNumber", row.path("checkNumber").asString(null));
    var designations = told.putArray("giftDesignations");
    for (var each : row.path("giftDesignations")) {
      copied(OF_DESIGNATIONS, each, designations.addObject().put("giftId", key));
    }
  }

  private void contact(boolean archived) {
    told.putNull("customContactType").put("isArchived", archived);
    var addresses = told.putArray("contactAddresses");
    if (row.path("address").isObject()) {
      copied(OF_ADDRESSES, row.path("address"), addresses.addObject());
    }
    var individuals = told.putArray("contactIndividuals");
    row.path("contactIndividuals")
        .forEach(each -> copied(OF_INDIVIDUALS, each, individuals.addObject()));
  }

  /** An object by name, where the API has a list. */
  private ObjectNode customFields() {
    var fields = row.path("customFields");
    if (fields.isObject()) {
      told.set("customFields", fields);
    } else if (fields.isArray()) {
      var byName = told.putObject("customFields");
      fields.forEach(each -> byName.set(each.path("name").asString(""), each.path("value")));
    }
    return told;
  }

  private static ObjectNode copied(List<String> names, JsonNode from, ObjectNode to) {
    names.stream().filter(from::has).forEach(name -> to.set(name, from.path(name)));
    return to;
  }

  private static List<String> words(String text) {
    return List.of(text.split(" ", -1));
  }
}
