package io.contactsync.cli.process;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import io.contactsync.core.Printable;

/**
 * A message of the log, and the stack behind it where there is one, in one line: what comes from outside cannot begin a
 * line of its own.
 */
public final class PrintableMessage extends ClassicConverter {

    /** As Camel calls the context in which a route runs. */
    private static final String CONTEXT = "camel.contextId";
    private static final String OF_TENANT = "contact-sync-";

    @Override
    public String convert(ILoggingEvent event) {
        IThrowableProxy cause = event.getThrowableProxy();
        String message = tenant(event) + event.getFormattedMessage();
        return Printable.line(cause == null ? message : message + " - " + ThrowableProxyUtil.asString(cause));
    }

    /** Where one process serves several tenants, of which one the line speaks. */
    private static String tenant(ILoggingEvent event) {
        String context = event.getMDCPropertyMap().getOrDefault(CONTEXT, "");
        return context.startsWith(OF_TENANT) ? "tenant=" + context.substring(OF_TENANT.length()) + " " : "";
    }
}
