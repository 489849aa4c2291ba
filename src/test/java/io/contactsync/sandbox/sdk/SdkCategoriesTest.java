package io.contactsync.sandbox.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.graph.models.CategoryColor;
import com.microsoft.graph.models.OutlookCategory;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.outlook.mastercategories.MasterCategoriesRequestBuilder;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SdkCategoriesTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults().withTls(true));
    private static final GraphServiceClient CLIENT = SdkClient.of(SANDBOX.address());
    private static final MasterCategoriesRequestBuilder CATEGORIES =
            CLIENT.users().byUserId(SANDBOX.tenant().mailboxes().iterator().next()).outlook().masterCategories();

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void aCategoryIsMadeRecolouredAndRemoved() {
        OutlookCategory made = CATEGORIES.post(category("Suppliers", CategoryColor.Preset0));
        assertThat(made.getColor()).isEqualTo(CategoryColor.Preset0);
        OutlookCategory colour = new OutlookCategory();
        colour.setColor(CategoryColor.Preset24);
        assertThat(CATEGORIES.byOutlookCategoryId(made.getId()).patch(colour).getColor())
                .isEqualTo(CategoryColor.Preset24);
        assertThat(CATEGORIES.byOutlookCategoryId(made.getId()).get().getDisplayName()).isEqualTo("Suppliers");
        assertThat(CATEGORIES.get().getValue()).extracting(OutlookCategory::getDisplayName).contains("Suppliers");
        CATEGORIES.byOutlookCategoryId(made.getId()).delete();
        assertThat(CATEGORIES.get().getValue()).extracting(OutlookCategory::getDisplayName).doesNotContain("Suppliers");
    }

    @Test
    void aSecondCategoryOfTheSameNameIsAnODataError() {
        CATEGORIES.post(category("Twice", CategoryColor.None));
        assertThatThrownBy(() -> CATEGORIES.post(category("Twice", CategoryColor.None)))
            .isInstanceOfSatisfying(ODataError.class, e -> assertThat(e.getResponseStatusCode()).isEqualTo(409));
    }

    private static OutlookCategory category(String name, CategoryColor colour) {
        OutlookCategory category = new OutlookCategory();
        category.setDisplayName(name);
        category.setColor(colour);
        return category;
    }
}
