package io.contactsync.cli.configuration;

import io.contactsync.core.Times;
import io.contactsync.problem.NearMiss;
import org.quartz.CronExpression;

import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * When {@code serve} synchronises.
 *
 * @see <a href="https://www.quartz-scheduler.org/documentation/quartz-2.3.0/tutorials/crontrigger.html">Quartz cron
 * expressions</a>
 */
public final class Schedule {

    private static final String CRON = "schedule.cron";
    private static final String ZONE = "schedule.time-zone";
    private static final String FORM =
            "second minute hour day month weekday, for example 0 0 5 * * ? for 05:00 every day";
    private static final Pattern OFFSET = Pattern.compile("GMT[+-]\\d{1,2}(:?[0-5]\\d)?");

    private final CronExpression cron;

    private Schedule(CronExpression cron) {
        this.cron = cron;
    }

    /**
     * As configured.
     *
     * @param now a schedule without any time after it is refused
     * @throws ConfigurationException if the expression or the time zone is none
     */
    public static Schedule of(Configuration configuration, Instant now) {
        String text = configuration.get(CRON);
        TimeZone zone = zone(configuration.get(ZONE));
        try {
            CronExpression cron = new CronExpression(text);
            cron.setTimeZone(zone);
            if (cron.getNextValidTimeAfter(Date.from(now)) == null) {
                throw new ConfigurationException(CRON + " names no time that is still to come - was '" + text + "'");
            }
            return new Schedule(cron);
        } catch (ParseException | RuntimeException wrong) {
            if (wrong instanceof ConfigurationException known) {
                throw known;
            }
            throw new ConfigurationException(CRON + " must be " + FORM + " - was '" + text + "'" + meant(text));
        }
    }

    /** Unix has no seconds. Weekdays as numbers count from another day there, so nothing is guessed from them. */
    private static String meant(String text) {
        String[] fields = text.split("\\s+");
        if (fields.length != 5 || fields[4].matches(".*\\d.*")) {
            return "";
        }
        String day = fields[2].equals("*") && !fields[4].equals("*") ? "?" : fields[2];
        String weekday = fields[4].equals("*") ? "?" : fields[4];
        String guess = String.join(" ", "0", fields[0], fields[1], day, fields[3], weekday);
        return CronExpression.isValidExpression(guess) ? " - did you mean '" + guess + "'?" : "";
    }

    /**
     * The zone of the schedule, which times are shown in, too.
     *
     * @throws ConfigurationException if it is none
     */
    public static ZoneId zoneOf(Configuration configuration) {
        return zone(configuration.get(ZONE)).toZoneId();
    }

    /** How times are shown: in the zone of the schedule; as long as that is none, which 'check' says, in UTC. */
    public static Times times(Configuration configuration) {
        try {
            return new Times(zoneOf(configuration));
        } catch (ConfigurationException wrong) {
            return Times.UTC;
        }
    }

    /** Java takes any name for a time zone that it does not know for GMT. */
    private static TimeZone zone(String name) {
        List<String> known = Stream.of(TimeZone.getAvailableIDs()).sorted().toList();
        if (known.contains(name)
                || OFFSET.matcher(name).matches() && !TimeZone.getTimeZone(name).getID().equals("GMT")) {
            return TimeZone.getTimeZone(name);
        }
        throw new ConfigurationException(ZONE + " must be a time zone such as UTC or Europe/Berlin - was '" + name + "'"
                + NearMiss.question(name, known));
    }

    /** The next times, in the configured zone. */
    public List<ZonedDateTime> next(Instant now, int count) {
        List<ZonedDateTime> times = new ArrayList<>();
        ZoneId zone = cron.getTimeZone().toZoneId();
        for (Date time = Date.from(now); time != null && times.size() < count;) {
            time = cron.getNextValidTimeAfter(time);
            if (time != null) {
                times.add(time.toInstant().atZone(zone));
            }
        }
        return times;
    }
}
