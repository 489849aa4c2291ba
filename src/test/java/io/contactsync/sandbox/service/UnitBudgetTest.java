package io.contactsync.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitBudgetTest {
    private static final ServiceResponse ANSWER = ServiceResponse.text("");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/users                                         | 2",
        "/users?$select=id                              | 1",
        "/users?$top=19                                 | 1",
        "/users?$top=20                                 | 2",
        "/users?$expand=manager                         | 3",
        "/users?$select=id&$top=5                       | 1",
        "/users/a                                       | 1",
        "/users/a?$expand=manager                       | 2",
        "/groups                                        | 1",
        "/groups/g/members                              | 3",
        "/groups/g/transitiveMembers                    | 5",
        "/groups/g/transitiveMembers/graph.user?$select=id&$top=999 | 4",
        "/users?$nonsense=1                             | 2"})
    void requestsCostWhatIsPublished(String target, int units) {
        assertThat(ResourceUnits.of(get(target))).isEqualTo(units);
    }

    @ParameterizedTest
    @CsvSource({"49, 3500", "50, 5000", "500, 5000", "501, 8000"})
    void aLargerTenantMayAskMore(int users, int units) {
        UnitBudget budget = budget(ThrottleLimits.published(), users);
        for (int i = 0; i < units; i++) {
            assertThat(budget.enter(1, 0)).isNull();
        }
        assertThat(budget.enter(1, 0)).isEqualTo(new Refusal(Refusal.Why.UNITS, 1));
    }

    @Test
    void unitsFlowInEvenly() {
        UnitBudget budget = budget(ThrottleLimits.published().with(ThrottleLimit.TENANT_UNITS, 10), 1);
        assertThat(budget.enter(10, 0)).isNull();
        assertThat(budget.enter(5, 0)).isEqualTo(new Refusal(Refusal.Why.UNITS, 5));
        assertThat(budget.enter(5, 5_000)).isNull();
        assertThat(budget.enter(1, 5_000)).isEqualTo(new Refusal(Refusal.Why.UNITS, 1));
    }

    @Test
    void theAppHasABucketForAllTenants() {
        UnitBudget budget = budget(ThrottleLimits.published().with(ThrottleLimit.APP_UNITS, 20), 1);
        assertThat(budget.enter(20, 0)).isNull();
        assertThat(budget.enter(1, 0)).isEqualTo(new Refusal(Refusal.Why.UNITS, 1));
    }

    @Test
    void theShareIsToldOnlyAboveEightTenths() {
        UnitBudget budget = budget(ThrottleLimits.published().with(ThrottleLimit.TENANT_UNITS, 10), 1);
        budget.enter(8, 0);
        assertThat(budget.priced(ANSWER, get("/users"), 0).headers()).containsEntry("x-ms-resource-unit", "2")
                .doesNotContainKey("x-ms-throttle-limit-percentage");
        budget.enter(1, 0);
        assertThat(budget.priced(ANSWER, get("/users"), 0).headers()).containsEntry("x-ms-throttle-limit-percentage",
                "0.90");
    }

    private static UnitBudget budget(ThrottleLimits limits, int users) {
        return new UnitBudget(limits, users, true, "scope");
    }

    private static ServiceRequest get(String target) {
        return new ServiceRequest("GET", target, Map.of(), new byte[0], false, new ServiceRequest.Caller("", Set.of()));
    }
}
