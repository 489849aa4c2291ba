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

    @Override
    public String convert(ILoggingEvent event) {
        IThrowableProxy cause = event.getThrowableProxy();
        String message = event.getFormattedMessage();
        return Printable.line(cause == null ? message : message + " - " + ThrowableProxyUtil.asString(cause));
    }
}
