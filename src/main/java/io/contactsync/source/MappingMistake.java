package io.contactsync.source;

import io.contactsync.problem.Sentences;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with a source's mapping, not with a row: it is the same in every row, and said once. */
final class MappingMistake extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    /** As jq says it of a name that was misspelt. */
    private static final Pattern FUNCTION = Pattern.compile("Function (\\S+)/(\\d+) does not exist");

    MappingMistake(String sentence) {
        super(sentence);
    }

    /** What jq says of every row in the same words, said of the mapping; anything else stays as it is. */
    static Exception in(Exception reason) {
        Matcher function = FUNCTION.matcher(String.valueOf(Sentences.cause(reason).getMessage()));
        return function.matches() ? new MappingMistake(
                "the mapping calls '" + function.group(1) + "' with " + arguments(function.group(2))
                        + ", and jq has no such function") : reason;
    }

    private static String arguments(String number) {
        return number.equals("0") ? "no argument" : number.equals("1") ? "one argument" : number + " arguments";
    }
}
