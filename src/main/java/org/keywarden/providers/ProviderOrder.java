package org.keywarden.providers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.keywarden.access.Caller;
import org.keywarden.platform.database.Retried;
import org.keywarden.platform.event.DomainEvent;
import org.keywarden.platform.problem.NotFoundException;

/** The order of the catalogue, for administrators who think in neighbours and not in numbers. */
@ApplicationScoped
@Retried
@Transactional
public class ProviderOrder {

    @Inject ProviderRepository repository;
    @Inject Event<DomainEvent> events;

    /**
     * Puts a provider in front of the one before it. The first stays where it is.
     *
     * @throws NotFoundException if there is no such provider
     */
    public void moveUp(Caller caller, String id) {
        move(caller, id, -1);
    }

    /**
     * Puts a provider behind the one after it. The last stays where it is.
     *
     * @throws NotFoundException if there is no such provider
     */
    public void moveDown(Caller caller, String id) {
        move(caller, id, 1);
    }

    private void move(Caller caller, String id, int by) {
        var providers = new ArrayList<>(repository.allToChange());
        var from = position(providers, id);
        var to = from + by;
        if (to < 0 || to >= providers.size()) {
            return;
        }
        Collections.swap(providers, from, to);
        var places =
                Places.of(
                        providers.stream().map(provider -> provider.entry().sortOrder()).toList());
        for (int i = 0; i < places.size(); i++) {
            place(caller, providers.get(i), places.get(i));
        }
    }

    private static int position(List<BillingProvider> providers, String id) {
        return IntStream.range(0, providers.size())
                .filter(i -> providers.get(i).id().value().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private void place(Caller caller, BillingProvider provider, int place) {
        var before = provider.entry();
        provider.place(place);
        var changes = new EntryChanges(before, provider.entry());
        if (!changes.isEmpty()) {
            events.fire(ProviderChanged.updated(provider.id(), caller.user(), changes));
        }
    }
}
