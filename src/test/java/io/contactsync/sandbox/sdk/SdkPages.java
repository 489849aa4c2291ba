package io.contactsync.sandbox.sdk;

import com.microsoft.graph.core.tasks.PageIterator;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.serialization.AdditionalDataHolder;
import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParsableFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Microsoft's page iterator, run to the end of a listing or of a round of changes. */
public final class SdkPages {
    private SdkPages() {
    }

    /** What came, and the delta link if it was a round of changes. */
    public record Round<T>(List<T> items, String deltaLink) {
    }

    public static <T extends Parsable, P extends Parsable & AdditionalDataHolder> Round<T> all(
            GraphServiceClient client, P first, ParsableFactory<P> pages) {
        return all(client, first, pages, request -> request);
    }

    public static <T extends Parsable, P extends Parsable & AdditionalDataHolder> Round<T> all(
            GraphServiceClient client, P first, ParsableFactory<P> pages,
        UnaryOperator<RequestInformation> each) {
        List<T> items = new ArrayList<>();
        try {
            PageIterator<T, P> iterator =
                    new PageIterator.Builder<T, P>().client(client).collectionPage(first).collectionPageFactory(pages)
                .requestConfigurator(each).processPageItemCallback(items::add).build();
            iterator.iterate();
            return new Round<>(items, iterator.getDeltaLink());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
