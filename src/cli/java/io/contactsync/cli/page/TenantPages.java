package io.contactsync.cli.page;

import io.contactsync.cli.report.Headline;
import io.contactsync.cli.report.PageAssets;
import io.contactsync.cli.report.ReportHtml;
import io.contactsync.cli.words.Amounts;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One page with all tenants, and behind it the pages of each, as they would be served for it alone. */
public final class TenantPages implements Site.PagesByPath {

    private static final Logger LOG = LoggerFactory.getLogger(TenantPages.class);
    private static final Pattern TENANT = Pattern.compile("/tenants/([a-z0-9-]{1,40})(/.*)");

    private final Map<String, Pages> pages = new ConcurrentSkipListMap<>();
    private final Map<String, String> off = new ConcurrentSkipListMap<>();
    private volatile List<String> expected = List.of();

    /** Those that will be served, or said why not. */
    public void expect(List<String> tenants) {
        expected = List.copyOf(tenants);
    }

    /** From now on that tenant is shown. */
    public void add(String tenant, Pages its) {
        pages.put(tenant, its);
    }

    /** The same of one that is not served. */
    public void off(String tenant, String reason) {
        off.put(tenant, reason);
    }

    @Override
    public PageResponse page(String path) throws IOException {
        Matcher tenant = TENANT.matcher(path);
        if (tenant.matches() && pages.containsKey(tenant.group(1))) {
            return pages.get(tenant.group(1)).page(tenant.group(2));
        }
        return switch (path) {
            case "/" -> all("page/tenants.jte");
            case "/now" -> all("page/tenants-now.jte");
            default -> PageResponse.sentence(PageResponse.NOT_FOUND,
                    "There is nothing here. The page of all tenants is at /, that of each at /tenants/<name>/, health "
                            + "is at /observe/health.");
        };
    }

    private PageResponse all(String template) {
        List<TenantRow> rows = new ArrayList<>();
        pages.forEach((name, its) -> rows.add(row(name, its)));
        off.forEach((name, reason) -> rows.add(TenantRow.off(name, reason)));
        expected.stream().filter(name -> !pages.containsKey(name) && !off.containsKey(name))
                .forEach(name -> rows.add(TenantRow.starting(name)));
        return PageResponse.page(Pages.ASSETS.policy(), ReportHtml.render(template, new AllTenants(rows)));
    }

    /** What cannot be shown of one is no reason to show none. */
    private static TenantRow row(String name, Pages its) {
        try {
            return TenantRow.of(name, its.status());
        } catch (RuntimeException broken) {
            LOG.warn("the row of the tenant {} cannot be shown: {}", name, broken.getClass().getSimpleName());
            return TenantRow.unknown(name);
        }
    }

    /** What the page of all of them shows. */
    record AllTenants(List<TenantRow> rows) {

        PageAssets assets() {
            return Pages.ASSETS;
        }

        boolean isRunning() {
            return rows.stream().anyMatch(TenantRow::isRunning);
        }

        /** Those that something is the matter with come first. */
        List<TenantRow> sorted() {
            return rows.stream().sorted(TenantRow.BY_URGENCY).toList();
        }

        /** In one sentence, whether all is well. */
        Headline headline() {
            long bad = count("bad");
            long waiting = count("warn");
            String all = Amounts.of(rows.size(), "tenant");
            if (rows.stream().anyMatch(TenantRow::isStarting)) {
                return new Headline("plan", "Starting", "Of " + all + ", "
                        + rows.stream().filter(TenantRow::isStarting).count() + " are not started yet.");
            }
            if (bad + waiting == 0) {
                return new Headline("good", "Up", all + ", none of which needs a person.");
            }
            return new Headline(bad > 0 ? "bad" : "warn", bad > 0 ? "Down" : "Waits",
                    "Of " + all + ", " + bad + " failed or are not served, and " + waiting + " wait for a person.");
        }

        private long count(String tone) {
            return rows.stream().filter(row -> row.headline().tone().equals(tone)).count();
        }
    }
}
