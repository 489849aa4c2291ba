package io.contactsync.source;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a column of a file probably is, by its header in English, German or French and, where that says nothing, by what
 * stands in it. A guess for the one who writes the mapping, and for nobody else.
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
    /** Property and names of its columns, bare. */
    private static final String TABLE = """
            id: id nr no nummer number kundennummer kundennr kdnr debitor debitorennr personalnummer personalnr
            id: mitarbeiternummer lieferantennummer lieferantennr kontaktid contactid customerid supplierid
            id: employeeid externalid key schlussel matricule numero numeroclient codeclient identifiant reference
            id: ref
            givenName: vorname rufname firstname givenname forename prenom contactfirstname
            surname: nachname familienname zuname lastname surname familyname nomdefamille contactlastname
            displayName: anzeigename displayname fullname vollername vollstandigername nomcomplet name nom contact
            displayName: kontakt ansprechpartner
            middleName: weiterevornamen middlename deuxiemeprenom
            title: anrede title titel civilite salutation
            companyName: firma firmenname unternehmen company companyname organisation organization societe
            companyName: entreprise raisonsociale kunde customer supplier lieferant
            department: abteilung department dept service
            jobTitle: position funktion jobtitle role fonction poste stelle
            officeLocation: buro office officelocation gebaude building standort bureau
            emailAddresses: email emailadresse mail mailadresse emailaddress courriel adresseemail adressemail
            emailAddresses: emailadresse1 email1 email2 email3 email1address email2address email2adresse
            emailAddresses: email3adresse emailaddress2 email2address
            mobilePhone: mobil handy mobile mobiltelefon mobilephone mobilnummer mobilenumber handynummer cell
            mobilePhone: cellphone portable telephoneportable telmobile natel gsm
            homePhones: telefonprivat telprivat homephone homephone2 telefonprivat2 telephonedomicile
            homePhones: telephoneprive telprive
            businessPhones: telefon tel telephone phone phonenumber telefonnummer rufnummer festnetz
            businessPhones: telefongeschaftlich telefongeschaftlich2 businessphone businessphone2 workphone tel1
            businessPhones: tel2 telefon1 telefon2 phone1 phone2 telephonebureau telephoneprofessionnel
            businessPhones: telephonefixe
            businessAddress.street: strasse street streetaddress rue adresse address anschrift strassegeschaftlich
            businessAddress.street: businessstreet adresse1 address1 addressline1 strassehausnummer
            businessAddress.street: strasseundhausnummer
            businessAddress.city: ort stadt city town ville wohnort ortgeschaftlich businesscity localite
            businessAddress.state: bundesland state kanton canton province provinz region regiongeschaftlich
            businessAddress.state: businessstate
            businessAddress.postalCode: plz postleitzahl zip zipcode postalcode postcode codepostal npa
            businessAddress.postalCode: postleitzahlgeschaftlich businesspostalcode
            businessAddress.countryOrRegion: land country pays landregion countryorregion countryregion
            businessAddress.countryOrRegion: landregiongeschaftlich businesscountryregion
            birthday: geburtstag geburtsdatum birthday birthdate dateofbirth datedenaissance anniversaire
            businessHomePage: webseite website homepage webpage web url internet siteweb
            personalNotes: notizen notiz notes note bemerkung bemerkungen kommentar comment comments remarque
            personalNotes: remarques
            """;
    private static final Map<String, String> KNOWN = known();

    private ColumnGuess() {
    }

    private static Map<String, String> known() {
        Map<String, String> known = new HashMap<>();
        TABLE.lines().map(line -> line.split(": "))
                .forEach(row -> List.of(row[1].split(" ")).forEach(name -> known.put(name, row[0])));
        return known;
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
