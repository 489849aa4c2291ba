package io.contactsync.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

/** The classes of the project as they were compiled, read once for all rules. */
final class OurClasses {

    static final DescribedPredicate<JavaClass> OF_TESTS = DescribedPredicate.describe("of tests",
            type -> type.getSource().map(source -> source.getUri().getPath().contains("/test-classes/")).orElse(false));
    /** With the tests. */
    static final JavaClasses ALL = new ClassFileImporter().importPackages("io.contactsync");
    /** Without them. */
    static final JavaClasses CLASSES = ALL.that(DescribedPredicate.not(OF_TESTS));

    private OurClasses() {
    }

    /** A rule that finds no class to look at would hold for ever: ArchUnit lets it fail. */
    static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}
