package io.contactsync.contact;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Reads times as Graph writes them, to the second. Most are {@code 2026-11-23T01:20:39Z}: those are read by place. */
final class RowTime {

    private static final String FORM = "0000-00-00T00:00:00Z";
    private static final int SECONDS_A_DAY = 86_400;
    /** Any month has that many days. */
    private static final int SURE_DAYS = 28;
    /** From a first of March 4-year cycles and 400-year cycles are regular. */
    private static final int DAYS_TO_1970 = 719_468;

    private RowTime() {
    }

    /** Seconds since 1970; 0 for a time that is none: nothing is concluded from it. */
    static long seconds(String time) {
        if (time == null) {
            return 0;
        }
        long seconds = isPlain(time) ? plain(time) : -1;
        return seconds >= 0 ? seconds : any(time);
    }

    private static long any(String time) {
        try {
            return OffsetDateTime.parse(time).toEpochSecond();
        } catch (DateTimeParseException unreadable) {
            return 0;
        }
    }

    private static boolean isPlain(String time) {
        boolean plain = time.length() == FORM.length();
        for (int place = 0; plain && place < FORM.length(); place++) {
            char found = time.charAt(place);
            char form = FORM.charAt(place);
            plain = form == '0' ? found >= '0' && found <= '9' : found == form;
        }
        return plain;
    }

    /** Negative where more has to be known, be it of the calendar or of times that are none. */
    private static long plain(String time) {
        int year = 100 * two(time, 0) + two(time, 2);
        int month = two(time, 5);
        int day = two(time, 8);
        int hour = two(time, 11);
        int minute = two(time, 14);
        int second = two(time, 17);
        boolean sure = year >= 1970 && month >= 1 && month <= 12 && day >= 1 && day <= SURE_DAYS && hour < 24
                && minute < 60 && second < 60;
        return sure ? days(month > 2 ? year : year - 1, (month + 9) % 12, day) * SECONDS_A_DAY + hour * 3_600L
                + minute * 60L + second : -1;
    }

    /** Days since 1970, with years that begin in March, whose months count from 0. */
    private static long days(int year, int month, int day) {
        return 365L * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1 - DAYS_TO_1970;
    }

    private static int two(String time, int place) {
        return 10 * (time.charAt(place) - '0') + time.charAt(place + 1) - '0';
    }
}
