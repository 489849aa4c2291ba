package io.contactsync.source;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a column of a file probably is, by its header in English, German or French and, where that says nothing, by what
 * stands in it. A guess for the
 * one who writes the mapping, and for nobody else.
 */
final class ColumnGuess {

    static final String ID = "id";
    static final String EMAILS = "emailAddresses";
    static final String PHONES = "businessPhones";
    static final String MOBILE = "mobilePhone";
    static final String HOME_PHONES = "homePhones";
    static final String DAY = "birthday";
    static final String NAME = "displayName";

    private static final double MOST = 0.7;
    private static final Pattern PHONE = Pattern.compile("\\+?[\\d ()/.\\-]{6,25}");
    private static final Pattern DATE = Pattern.compile("\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern ENDS_LIKE_AN_ID = Pattern.compile(".*[ _-](id|nr|no)\\.?|.*(nummer|number)",
            Pattern.CASE_INSENSITIVE);
    /** Outlook says of an address what it shows and of what kind it is, and a fax calls nobody. */
    private static final Pattern NOT_MEANT =
            Pattern.compile(
                    ".*(angezeigtername|displayname|nomcomplet|adresstyp|addresstype|emailtyp|fax|telex|pager).*");
    private static final Map<String, String> KNOWN = known();

    private ColumnGuess() {
    }

    private static Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>();
        add(known, ID, "id nr no nummer number kundennummer kundennr kdnr debitor debitorennr personalnummer "
                + "personalnr mitarbeiternummer lieferantennummer"
                + " lieferantennr kontaktid contactid customerid supplierid employeeid externalid key schlussel "
                + "matricule numero numeroclient codeclient identifiant"
                + " reference ref");
        add(known, "givenName", "vorname rufname firstname givenname forename prenom contactfirstname");
        add(known, "surname", "nachname familienname zuname lastname surname familyname nomdefamille contactlastname");
        add(known, NAME, "anzeigename displayname fullname vollername vollstandigername nomcomplet name nom contact "
                + "kontakt ansprechpartner");
        add(known, "middleName", "weiterevornamen middlename deuxiemeprenom");
        add(known, "title", "anrede title titel civilite salutation");
        add(known, "companyName",
                "firma firmenname unternehmen company companyname organisation organization societe entreprise "
                + "raisonsociale kunde customer"
                + " supplier lieferant");
        add(known, "department", "abteilung department dept service");
        add(known, "jobTitle", "position funktion jobtitle role fonction poste stelle");
        add(known, "officeLocation", "buro office officelocation gebaude building standort bureau");
        add(known, EMAILS, "email emailadresse mail mailadresse emailaddress courriel adresseemail adressemail "
                + "emailadresse1 email1 email2 email3 email1address"
                + " email2address email2adresse email3adresse emailaddress2 email2address");
        add(known, MOBILE, "mobil handy mobile mobiltelefon mobilephone mobilnummer mobilenumber handynummer cell "
                + "cellphone portable telephoneportable telmobile"
                + " natel gsm");
        add(known, HOME_PHONES,
                "telefonprivat telprivat homephone homephone2 telefonprivat2 telephonedomicile telephoneprive "
                + "telprive");
        add(known, PHONES, "telefon tel telephone phone phonenumber telefonnummer rufnummer festnetz "
                + "telefongeschaftlich telefongeschaftlich2 businessphone"
                + " businessphone2 workphone tel1 tel2 telefon1 telefon2 phone1 phone2 telephonebureau "
                + "telephoneprofessionnel telephonefixe");
        add(known, "businessAddress.street",
                "strasse street streetaddress rue adresse address anschrift strassegeschaftlich businessstreet "
                + "adresse1 address1"
                + " addressline1 strassehausnummer strasseundhausnummer");
        add(known, "businessAddress.city", "ort stadt city town ville wohnort ortgeschaftlich businesscity localite");
        add(known, "businessAddress.state",
                "bundesland state kanton canton province provinz region regiongeschaftlich businessstate");
        add(known, "businessAddress.postalCode",
                "plz postleitzahl zip zipcode postalcode postcode codepostal npa postleitzahlgeschaftlich "
                + "businesspostalcode");
        add(known, "businessAddress.countryOrRegion",
                "land country pays landregion countryorregion countryregion landregiongeschaftlich "
                + "businesscountryregion");
        add(known, DAY, "geburtstag geburtsdatum birthday birthdate dateofbirth datedenaissance anniversaire");
        add(known, "businessHomePage", "webseite website homepage webpage web url internet siteweb");
        add(known, "personalNotes",
                "notizen notiz notes note bemerkung bemerkungen kommentar comment comments remarque remarques");
        return known;
    }

    private static void add(Map<String, String> known, String property, String names) {
        List.of(names.split(" ")).forEach(name -> known.put(name, property));
    }

    /**
     * The property that a column probably fills.
     *
     * @param values what stands in it, where anything does
     * @return Graph's name, {@code id}, or null
     */
    static String of(String header, List<String> values) {
        String bare = bare(header);
        if (KNOWN.containsKey(bare)) {
            return KNOWN.get(bare);
        }
        if (NOT_MEANT.matcher(bare).matches()) {
            return null;
        }
        if (areMostly(values, EMAIL)) {
            return EMAILS;
        }
        if (ENDS_LIKE_AN_ID.matcher(header.strip()).matches()) {
            return ID;
        }
        return areMostly(values, PHONE) && !areMostly(values, DATE) && values.stream()
                .allMatch(text -> text.matches("(.*\\d){6}.*")) ? PHONES : null;
    }

    private static boolean areMostly(List<String> values, Pattern form) {
        return !values.isEmpty() && values.stream().filter(text -> form.matcher(text.strip()).matches())
                .count() >= MOST * values.size();
    }

    /** A header without what people write differently: letter case, accents, spaces, signs. */
    private static String bare(String header) {
        String letters = Normalizer.normalize(header.replace("ß", "ss"), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return letters.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
