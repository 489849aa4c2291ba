package io.contactsync.bench;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Bars of one workload, the program's in a colour of their own. */
final class BenchPlot {

    private static final Set<String> OTHERS = Set.of("script", "sdk-calls", "sdk-batches", "script-2", "sdk-calls-2",
            "sdk-batches-2");
    private static final int WIDTH = 800;
    private static final int LEFT = 130;
    private static final int RIGHT = 110;
    private static final int BAR = 20;
    private static final int STEP = 26;
    private static final int BASE = 15;

    private BenchPlot() {
    }

    /**
     * An SVG, with a bar for each row.
     *
     * @param unit behind each number
     * @param best where a line is drawn; none where it is not a number
     */
    static String of(String unit, List<BenchRow> rows, ToDoubleFunction<BenchRow> value,
            ToDoubleFunction<BenchRow> best) {
        double most = rows.stream().mapToDouble(row -> Math.max(value.applyAsDouble(row), orZero(best, row))).max()
                .orElse(1);
        double scale = (WIDTH - LEFT - RIGHT) / Math.max(most, Double.MIN_NORMAL);
        StringBuilder svg = new StringBuilder(String.format(Locale.ROOT,
                "<svg viewBox='0 0 %d %d' role=img aria-label='%s'>", WIDTH, rows.size() * STEP + 4, unit));
        for (int place = 0; place < rows.size(); place++) {
            BenchRow row = rows.get(place);
            int top = place * STEP + 2;
            double width = value.applyAsDouble(row) * scale;
            svg.append(String.format(Locale.ROOT, "<text x='0' y='%d'>%s</text>"
                    + "<rect class='%s' x='%d' y='%d' width='%.1f' height='%d' rx='2'/>"
                    + "<text x='%.1f' y='%d'>%.2f %s</text>", top + BASE, BenchPage.text(row.variant()),
                    OTHERS.contains(row.variant()) ? "other" : "ours", LEFT, top, width, BAR, LEFT + width + 6,
                    top + BASE, value.applyAsDouble(row), unit));
            if (Double.isFinite(best.applyAsDouble(row))) {
                double at = LEFT + orZero(best, row) * scale;
                svg.append(String.format(Locale.ROOT,
                        "<line class='best' x1='%.1f' x2='%.1f' y1='%d' y2='%d'/>", at, at, top - 2, top + BAR + 2));
            }
        }
        return svg.append("</svg>").toString();
    }

    private static double orZero(ToDoubleFunction<BenchRow> value, BenchRow row) {
        double number = value.applyAsDouble(row);
        return Double.isFinite(number) ? number : 0;
    }
}
