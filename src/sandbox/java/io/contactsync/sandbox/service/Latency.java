package io.contactsync.sandbox.service;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * How long the service takes for one request, each one inside a batch too: always the same, or scattered as services
 * do, by a lognormal distribution whose larger half has a long tail.
 *
 * @param medianMillis half of the requests take less
 * @param sigma        scatter of the logarithm; 0 for none, 0.5 lets one of a hundred take three times the median
 */
public record Latency(double medianMillis, double sigma) {
    public static final Latency NONE = new Latency(0, 0);
    private static final String NUMBER = "\\d{1,6}(\\.\\d{1,6})?";

    public Latency {
        if (medianMillis < 0 || sigma < 0) {
            throw new IllegalArgumentException(
                    "latency must not be negative - was " + medianMillis + " ms with sigma " + sigma);
        }
    }

    public static Latency fixed(Duration each) {
        return new Latency(each.toNanos() / 1e6, 0);
    }

    /**
     * @param text milliseconds, such as {@code 100}, or {@code lognormal:<median milliseconds>:<sigma>}
     * @throws IllegalArgumentException a sentence that names what was found and what is allowed
     */
    public static Latency parse(String text) {
        if (text.matches(NUMBER)) {
            return new Latency(Double.parseDouble(text), 0);
        }
        if (text.matches("lognormal:" + NUMBER + ":" + NUMBER)) {
            String[] parts = text.split(":");
            return new Latency(Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
        }
        throw new IllegalArgumentException(
                "latency is <milliseconds> or lognormal:<median milliseconds>:<sigma> - was '" + text + "'");
    }

    long millis(SplittableRandom random) {
        return Math.round(sigma == 0 ? medianMillis : medianMillis * Math.exp(sigma * random.nextGaussian()));
    }
}
