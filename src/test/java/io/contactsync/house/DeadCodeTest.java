package io.contactsync.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * Nobody keeps a method that nobody calls. A call by a test is no reason to keep one, but in the sandbox, which is
 * there for tests; a route calls a method by its name.
 */
class DeadCodeTest {

    /** What javac, JTE and Camel's generator write. */
    private static final Predicate<JavaClass> GENERATED = type -> type.getSimpleName()
            .matches("Jte.*Generated|.*(Configurer|UriFactory)");
    private static final Set<String> OF_AN_ENUM = Set.of("values", "valueOf");
    /** A promise to a host, the order that tests hold journals to, what shows that nothing leaks, and Quartz's wish. */
    private static final Set<String> FOR_OTHERS = Set.of("GraphPages.deltaLink", "Grammar.level", "Grammar.after",
            "Grammar.mayBegin", "Fences.size", "MailboxLanes.size", "PlanBudget.waiting",
            "ScheduleConnections.setPasswordFile");

    private static Set<String> spokenByRoutes() {
        return RouteFile.all().stream().flatMap(file -> Arrays.stream(file.text().split("[^A-Za-z0-9]+")))
                .collect(Collectors.toSet());
    }

    private static List<String> dead(JavaClasses classes, Set<String> spoken) {
        return classes.stream().filter(type -> !GENERATED.test(type)).flatMap(type -> type.getMethods().stream())
                .filter(method -> isCalledByNameOnly(method) && !isSpoken(method, spoken) && !isCalled(method))
                .filter(method -> !FOR_OTHERS.contains(method.getOwner().getSimpleName() + "." + method.getName()))
                .map(method -> method.getSourceCodeLocation() + " " + method.getFullName() + " is called by nobody")
                .sorted().toList();
    }

    /** Not by the language, by a library, or through what it overrides. */
    private static boolean isCalledByNameOnly(JavaMethod method) {
        JavaClass type = method.getOwner();
        boolean accessor = type.isRecord() && method.getRawParameterTypes().isEmpty()
                && type.tryGetField(method.getName()).isPresent();
        boolean ofAnEnum = type.isEnum() && OF_AN_ENUM.contains(method.getName());
        boolean main = method.getName().equals("main") && method.getModifiers().contains(JavaModifier.STATIC);
        return !accessor && !ofAnEnum && !main && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                && method.getAnnotations().isEmpty() && !overrides(method);
    }

    private static boolean overrides(JavaMethod method) {
        JavaClass type = method.getOwner();
        return Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
                .flatMap(above -> above.getMethods().stream())
                .anyMatch(above -> above.getName().equals(method.getName())
                        && above.getRawParameterTypes().size() == method.getRawParameterTypes().size());
    }

    /** As a method, or as the property that a getter or a setter stands for. */
    private static boolean isSpoken(JavaMethod method, Set<String> spoken) {
        String property = method.getName().replaceFirst("^(get|is|set)(?=[A-Z])", "");
        return spoken.contains(method.getName())
                || spoken.contains(Character.toLowerCase(property.charAt(0)) + property.substring(1));
    }

    private static boolean isCalled(JavaMethod method) {
        boolean sandbox = method.getOwner().getPackageName().startsWith("io.contactsync.sandbox");
        return method.getAccessesToSelf().stream().map(JavaAccess::getOrigin)
                .anyMatch(origin -> !origin.equals(method)
                        && (sandbox || !OurClasses.OF_TESTS.test(origin.getOwner())));
    }

    @Test
    void everyMethodIsCalled() {
        assertThat(dead(OurClasses.CLASSES, spokenByRoutes())).isEmpty();
    }

    @Test
    void aMethodThatOnlyATestOrItselfCallsIsNoticed() {
        JavaClasses example = OurClasses.ALL.that(DescribedPredicate.describe("the example",
                type -> type.isEquivalentTo(Example.class)));
        assertThat(new Example().compareTo(new Example())).isZero();
        assertThat(dead(example, Set.of("bySpeech", "option"))).hasSize(2)
                .anyMatch(line -> line.contains("Example.byATest()"))
                .anyMatch(line -> line.contains("Example.byItself(int)"));
    }

    /** What is called by what it overrides, by its name, or not at all. */
    private static final class Example implements Comparable<Example> {

        @Override
        public int compareTo(Example other) {
            return 0;
        }

        void bySpeech() {
        }

        void setOption(int option) {
        }

        void byATest() {
        }

        int byItself(int times) {
            return times == 0 ? 0 : byItself(times - 1);
        }
    }
}
