package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.ODataQuery;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
import io.contactsync.sandbox.store.Mailbox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings of a mailbox, to read: the purpose is the mailbox's own, the others are those of one nobody has set up.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/mailboxsettings">mailboxSettings resource type</a>
 * @see <a href="https://learn.microsoft.com/graph/api/user-get-mailboxsettings">get user mailbox settings, a single
 * setting</a>
 */
final class MailboxSettings {
    private static final Map<String, Object> NO_DATE =
            Map.of("dateTime", "2026-01-05T08:00:00.0000000", "timeZone", "UTC");

    private MailboxSettings() {
    }

    /** Requests below {@code /users/{id}/mailboxSettings}. */
    static ServiceResponse answer(ServiceRequest request, Mailbox mailbox) {
        Map<String, Object> settings = of(mailbox);
        String setting = request.depth() == 4 ? request.segment(3) : null;
        if (!request.method().equals("GET") || request.depth() > 4) {
            throw GraphRefusal.methodNotAllowed();
        }
        if (setting != null && !settings.containsKey(setting)) {
            throw GraphRefusal.unknownSegment(setting);
        }
        String resource = request.below("mailboxSettings" + (setting == null ? "" : "/" + setting));
        JsonBytes out = JsonBytes.open(1000, request.context(resource));
        if (setting == null) {
            selected(request, settings).forEach(out::field);
        } else if (settings.get(setting) instanceof Map<?, ?> parts) {
            parts.forEach((name, value) -> out.field(name.toString(), value));
        } else {
            out.field("value", settings.get(setting));
        }
        return ServiceResponse.ok(out.raw((byte) '}'));
    }

    private static Map<String, Object> selected(ServiceRequest request, Map<String, Object> settings) {
        Set<String> select = ODataQuery.of(request).select();
        if (select != null) {
            settings.keySet().retainAll(select);
        }
        return settings;
    }

    static Map<String, Object> of(Mailbox mailbox) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("archiveFolder", null);
        settings.put("timeZone", "UTC");
        settings.put("delegateMeetingMessageDeliveryOptions", "sendToDelegateOnly");
        settings.put("dateFormat", "M/d/yyyy");
        settings.put("timeFormat", "h:mm tt");
        settings.put("userPurpose", mailbox.purpose());
        settings.put("automaticRepliesSetting", automaticReplies());
        settings.put("language", ordered("locale", "en-US", "displayName", "English (United States)"));
        settings.put("workingHours",
                ordered("daysOfWeek", List.of("monday", "tuesday", "wednesday", "thursday", "friday"),
                        "startTime", "08:00:00.0000000", "endTime", "17:00:00.0000000", "timeZone",
                        Map.of("name", "Pacific Standard Time")));
        return settings;
    }

    private static Map<String, Object> automaticReplies() {
        return ordered("status", "disabled", "externalAudience", "all", "internalReplyMessage", "",
                "externalReplyMessage", "", "scheduledStartDateTime", NO_DATE, "scheduledEndDateTime", NO_DATE);
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
