package io.contactsync.microsoftgraph;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.zip.ZipException;

import javax.net.ssl.SSLException;

import com.fasterxml.jackson.core.JacksonException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Gives every I/O error of a call a name and a sentence. */
final class WireFailure {

    private WireFailure() {
    }

    /** @param wait the Retry-After of an answer that could not be read to its end, or null */
    static GraphException of(WireCall call, IOException e, boolean sent, Duration wait) {
        boolean unreadable = e instanceof JacksonException || e instanceof InvalidAnswerException;
        GraphFailure failure = new GraphFailure(call.what(), reason(e, sent), 0, code(e, sent), wait, null,
                call.clientRequestId(), sent, null);
        return new GraphException(failure, unreadable ? null : e); // a parser's message may quote the body
    }

    private static String code(IOException e, boolean sent) {
        if (e instanceof InvalidAnswerException || e instanceof JacksonException
                || e instanceof ConnectionClosedException
                && !(e instanceof NoHttpResponseException) || e instanceof EOFException || e instanceof ZipException) {
            return GraphFailure.INVALID_RESPONSE;
        }
        if (e instanceof ConnectionRequestTimeoutException) {
            return "PoolTimeout";
        }
        if (e instanceof SocketTimeoutException) {
            return sent ? GraphFailure.TIMEOUT : "ConnectTimeout";
        }
        if (e instanceof InterruptedIOException) {
            return GraphFailure.INTERRUPTED;
        }
        return sent ? "ConnectionLost" : refused(e);
    }

    private static String refused(IOException e) {
        return e instanceof UnknownHostException ? "UnknownHost"
                : e instanceof SSLException ? "TlsFailed" : "ConnectFailed";
    }

    private static String reason(IOException e, boolean sent) {
        if (e instanceof InvalidAnswerException) {
            return e.getMessage();
        }
        if (e instanceof JacksonException json) {
            return "was answered with something other than the JSON expected" + (json.getLocation() == null ? ""
                    : ", line "
                    + json.getLocation().getLineNr() + ", column " + json.getLocation().getColumnNr());
        }
        return sent ? "was sent, but its answer did not arrive whole" : "was not sent: no connection";
    }
}
