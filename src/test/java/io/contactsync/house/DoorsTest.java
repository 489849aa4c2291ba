package io.contactsync.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.contactsync.house.OurClasses.CLASSES;
import static io.contactsync.house.OurClasses.check;
import static io.contactsync.house.Rooms.CLI;
import static io.contactsync.house.Rooms.GRAPH;
import static io.contactsync.house.Rooms.KAMELET;
import static io.contactsync.house.Rooms.NOTIFY;
import static io.contactsync.house.Rooms.SANDBOX;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import io.contactsync.microsoftgraph.GraphRequest;
import io.contactsync.probe.Call;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Through which doors code gets to Camel, to HTTP, and to whatever writes into a mailbox. */
class DoorsTest {

    @Test
    void onlyTheComponentTheCommandLineAndTheKameletRoomKnowCamel() {
        check(noClasses().that().resideOutsideOfPackages(GRAPH, CLI, KAMELET, NOTIFY).should().dependOnClassesThat()
                .resideInAnyPackage("org.apache.camel.."));
        // camel-mail takes a server's address from nothing else than a sender of its own
        check(noClasses().that().resideInAPackage(NOTIFY).should()
                .dependOnClassesThat(resideInAPackage("org.apache.camel..")
                .and(not(name("org.apache.camel.component.mail.DefaultJavaMailSender")))));
    }

    @Test
    void onlyTheComponentAndTheSandboxKnowHttp() {
        // PageServer puts the page of serve on Camel's own management server; ServedPort asks it whether it is ours
        check(noClasses().that().resideOutsideOfPackages(GRAPH, SANDBOX).and(not(simpleName("PageServer")))
                .and(not(simpleName("ServedPort"))).should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "org.apache.hc..", "io.vertx..", "com.microsoft.aad.."));
    }

    @Test
    void onlyGraphBatchesMakesRequestsThatWrite() {
        List<String> makers = CLASSES.stream().filter(type -> !resideInAnyPackage(GRAPH, SANDBOX).test(type))
                .flatMap(type -> type.getConstructorCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(GraphRequest.class))
                .map(call -> call.getOrigin().getOwner()).map(JavaClass::getName).distinct().toList();
        assertThat(makers).containsExactly("io.contactsync.contact.GraphBatches");
        assertThat(CLASSES.get("io.contactsync.contact.GraphBatches").getCodeUnits().stream()
                .filter(unit -> makesRequests(unit)).map(JavaCodeUnit::getName)).hasSize(1);
    }

    /**
     * The probe writes too, into one mailbox and with a person's consent: only its guarded door and the envelope around
     * a request make its requests.
     */
    @Test
    void onlyTheGuardedDoorMakesRequestsOfTheProbe() {
        List<String> makers = CLASSES.stream().filter(type -> !type.isEquivalentTo(Call.class))
                .flatMap(type -> type.getConstructorCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(Call.class))
                .map(call -> call.getOrigin().getOwner()).map(JavaClass::getName).distinct().sorted().toList();
        assertThat(makers).containsExactly("io.contactsync.probe.Batches", "io.contactsync.probe.MailboxReader");
        assertThat(CLASSES.get("io.contactsync.probe.MailboxReader").getCodeUnits().stream()
                .filter(unit -> unit.getConstructorCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Call.class)))
                .map(JavaCodeUnit::getName)).hasSize(1);
        assertThat(CLASSES.stream().filter(type -> type.isAssignableTo("io.contactsync.probe.MailboxReader"))
                .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder("MailboxReader", "ProbeMailbox");
    }

    private static boolean makesRequests(JavaCodeUnit unit) {
        return unit.getConstructorCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(GraphRequest.class));
    }
}
