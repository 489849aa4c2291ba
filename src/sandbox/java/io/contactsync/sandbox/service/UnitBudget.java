package io.contactsync.sandbox.service;

import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
import java.util.Locale;

/**
 * The directory's limits: requests cost resource units out of a bucket that fills up steadily. Two buckets: the app in
 * this tenant, by the tenant's size, and the app anywhere.
 *
 * @see <a href="https://learn.microsoft.com/graph/throttling-limits#identity-and-access-service-limits">identity and
 * access service limits</a>
 */
final class UnitBudget {
    private static final double TELLING = 0.8;
    private final Bucket tenant;
    private final Bucket app;
    private final Closing closing;
    private final String scope;

    /**
     * @param users how many the tenant has: below 50 it is small, above 500 large
     * @param scope who is limited, such as {@code Tenant_Application/ReadWrite/<app>/<tenant>}
     */
    UnitBudget(ThrottleLimits limits, int users, boolean restarts, String scope) {
        long units = limits.of(ThrottleLimit.TENANT_UNITS) > 0 ? limits.of(ThrottleLimit.TENANT_UNITS) : bySize(users);
        this.tenant = new Bucket(units, limits.of(ThrottleLimit.TENANT_SECONDS));
        this.app = new Bucket(limits.of(ThrottleLimit.APP_UNITS), limits.of(ThrottleLimit.APP_UNIT_SECONDS));
        this.closing = new Closing(restarts);
        this.scope = scope;
    }

    private static long bySize(int users) {
        if (users < 50) {
            return 3_500;
        }
        return users <= 500 ? 5_000 : 8_000;
    }

    Refusal enter(int cost, long now) {
        Refusal early = closing.tooEarly(now);
        if (early != null) {
            return early;
        }
        long wait = Math.max(tenant.wait(cost, now), app.wait(cost, now));
        if (wait > 0) {
            return closing.shut(Refusal.Why.UNITS, wait, now);
        }
        tenant.take(cost);
        app.take(cost);
        return null;
    }

    /** The answer with what it cost, and with how much of the limit is used once that is more than 0.8. */
    ServiceResponse priced(ServiceResponse answer, ServiceRequest request, long now) {
        ServiceResponse priced = answer.with("x-ms-resource-unit", Integer.toString(ResourceUnits.of(request)));
        double used = Math.max(tenant.used(now), app.used(now));
        return used > TELLING ? priced.with("x-ms-throttle-limit-percentage", String.format(Locale.ROOT, "%.2f", used))
                : priced;
    }

    ServiceResponse refused(Refusal refusal) {
        return refusal.response().with("x-ms-throttle-scope", scope).with("x-ms-throttle-information",
                "ResourceUnitLimitExceeded");
    }

    /** Units that are there, and flow in evenly until the bucket is full. */
    private static final class Bucket {
        private final long most;
        private final double perMilli;
        private double units;
        private long filledAt = Long.MIN_VALUE;

        Bucket(long most, long seconds) {
            this.most = most;
            this.perMilli = most / (seconds * 1000.0);
            this.units = most;
        }

        /** Milliseconds until there is enough, 0 if there is. */
        long wait(int cost, long now) {
            fill(now);
            return units >= cost ? 0 : (long) Math.ceil((cost - units) / perMilli);
        }

        void take(int cost) {
            units -= cost;
        }

        double used(long now) {
            fill(now);
            return 1 - units / most;
        }

        private void fill(long now) {
            if (filledAt != Long.MIN_VALUE) {
                units = Math.min(most, units + (now - filledAt) * perMilli);
            }
            filledAt = now;
        }
    }
}
