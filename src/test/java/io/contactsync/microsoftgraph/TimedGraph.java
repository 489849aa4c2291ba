package io.contactsync.microsoftgraph;

import io.contactsync.proof.PassingTime;
import java.time.Duration;

/** The component, waiting without time, and able to forget its token: what the wiring of a test names in its place. */
public final class TimedGraph extends MicrosoftGraphComponent {

    private volatile GraphTokenProvider tokens;

    /** Time that passes by waiting. */
    private static final class Passing extends Waiter {

        @Override
        long now() {
            return PassingTime.ONE.nanos();
        }

        @Override
        void await(long nanos) {
            check();
            if (nanos > 0) {
                PassingTime.ONE.pass(Duration.ofNanos(nanos));
            }
        }
    }

    @Override
    Waiter newWaiter() {
        return new Passing();
    }

    @Override
    public GraphTokenProvider getTokenProvider() {
        return rejected -> tokens().accessToken(rejected);
    }

    @Override
    public GraphTokenProvider tokens() {
        GraphTokenProvider known = tokens;
        if (known == null) {
            HttpEngine engine = running().http().engine(getConnectTimeout(), false, getMaxResponseSize());
            known = new MsalTokens(new ApplicationSignIn(identity(), new MsalHttp(engine, getResponseTimeout())),
                    PassingTime.ONE::millis);
            tokens = known;
        }
        return known;
    }

    /** As in a process that has just begun. */
    public void forgetToken() {
        tokens = null;
    }
}
