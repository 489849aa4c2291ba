package io.contactsync.cli.report;

import java.util.ArrayList;
import java.util.List;

/**
 * One axis of a plot: from 0 to a round number.
 *
 * @param top the value at its end, above 0
 * @param step from one tick to the next
 * @param from where 0 stands, in pixels
 * @param to where the top stands
 */
record Scale(double top, double step, double from, double to) {

    private static final double[] ROUND = {1, 2, 5, 10};
    private static final int TICKS = 5;

    /** @param max largest value that must find room */
    static Scale to(double max, double from, double to) {
        return to(max, from, to, 0);
    }

    /** @param leastStep for what is counted in wholes: 1 */
    static Scale to(double max, double from, double to, double leastStep) {
        double rough = Math.max(max, 1e-9) / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = ROUND[ROUND.length - 1] * power;
        for (double round : ROUND) {
            if (round * power >= rough) {
                step = round * power;
                break;
            }
        }
        step = Math.max(step, leastStep);
        return new Scale(Math.max(1, Math.ceil(max / step - 1e-9)) * step, step, from, to);
    }

    /** The same with its end at that very value: ticks stay round. */
    Scale endingAt(double value) {
        return new Scale(value, step, from, to);
    }

    double at(double value) {
        return from + (to - from) * value / top;
    }

    /** Where its ticks stand, from 0 on. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (int tick = 0; tick * step <= top * (1 + 1e-9); tick++) {
            ticks.add(tick * step);
        }
        return ticks;
    }
}
