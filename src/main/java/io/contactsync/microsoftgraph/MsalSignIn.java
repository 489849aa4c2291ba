package io.contactsync.microsoftgraph;

import com.microsoft.aad.msal4j.IAuthenticationResult;

/** One way of asking for an access token by MSAL, once and without a wait. */
interface MsalSignIn {

    /**
     * Asks.
     *
     * @param skipCache whether what MSAL remembers is no good
     * @throws GraphException if there is none; {@link GraphAuthenticationException} if only a change of configuration
     * helps
     */
    IAuthenticationResult signIn(boolean skipCache);

    /** What failed is put together anew the next time: a mended option or file is read again. */
    void forget();
}
