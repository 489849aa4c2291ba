package io.contactsync.cli.page;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;

/**
 * Who may ask for what is served, and how: by the names of this machine, and to look only.
 *
 * @param hosts the names it is served under
 * @param pages what is served
 */
public record Site(HostNames hosts, PagesByPath pages) {

    private static final Logger LOG = LoggerFactory.getLogger(Site.class);

    /** What is served under which path. */
    public interface PagesByPath {

        /** @throws IOException if it cannot be shown just now */
        PageResponse page(String path) throws IOException;
    }

    /** The answer to a request, by its method, its path and its Host header. */
    PageResponse answer(String method, String path, String host) {
        if (!hosts.isOurs(host)) {
            return PageResponse.sentence(PageResponse.MISDIRECTED,
                    "This page is not served under that name. Served are " + hosts.named()
                            + "; further names stand in management.public-hosts.");
        }
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return PageResponse.sentence(PageResponse.NOT_ALLOWED,
                    "This page only shows: GET and HEAD are all it answers.");
        }
        try {
            return pages.page(path);
        } catch (IOException | RuntimeException broken) {
            LOG.warn("the page of serve cannot be shown: {}", broken.getClass().getSimpleName());
            return PageResponse.sentence(PageResponse.FAILED, "This page cannot be shown just now; the log says why.");
        }
    }
}
