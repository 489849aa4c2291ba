package io.contactsync.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A plan on the screen. */
class PlanScreenTest {

    @Test
    void look() {
        new PlanScreen(PlanFixture.typical().report().report(), PlanFixture.MEANS, Layout.TERMINAL).lines().forEach(System.out::println);
        System.out.println("=======");
        new PlanScreen(PlanFixture.typical().report().report(), PlanFixture.MEANS, Layout.PIPED).lines().forEach(System.out::println);
    }
}
