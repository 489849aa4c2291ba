package io.contactsync.contact;

import com.google.i18n.phonenumbers.PhoneNumberUtil;

import java.util.Locale;

/**
 * How telephone numbers are written into mailboxes ({@code phones.format}). Both begin with the country code, so caller
 * ID matches.
 */
enum PhoneFormat {
    /** {@code +12022243441} (ITU-T E.164). */
    E164(PhoneNumberUtil.PhoneNumberFormat.E164),
    /** {@code +1 202-224-3441} (ITU-T E.123). */
    INTERNATIONAL(PhoneNumberUtil.PhoneNumberFormat.INTERNATIONAL);

    private final PhoneNumberUtil.PhoneNumberFormat format;

    PhoneFormat(PhoneNumberUtil.PhoneNumberFormat format) {
        this.format = format;
    }

    PhoneNumberUtil.PhoneNumberFormat library() {
        return format;
    }

    /** The format of that name, in any case. */
    static PhoneFormat named(String name) {
        try {
            return valueOf(name.trim().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("phones.format must be e164 or international - was '" + name + "'");
        }
    }
}
