/** A real browser for tests: headless Chromium, by the W3C WebDriver protocol and nothing but the JDK's HTTP client. */
package io.contactsync.browser;
