package org.keywarden.providers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keywarden.platform.crypto.SealBrokenException;
import org.keywarden.platform.crypto.Sealing;

/** The catalogue of billing providers, for those who deal with them. */
@ApplicationScoped
@Transactional
public class Providers {

    @Inject ProviderRepository repository;
    @Inject ProviderReader reader;
    @Inject Sealing sealing;

    /** Those that developers may use, in their order. */
    public List<Provider> enabled() {
        return repository.all().stream().map(reader::read).filter(Provider::enabled).toList();
    }

    /** A provider by its slug, enabled or not. */
    public Optional<Provider> find(String slug) {
        return Slug.parse(slug).flatMap(known -> repository.find(known.value())).map(reader::read);
    }

    /** A provider by its id, enabled or not. */
    public Optional<Provider> find(ProviderId id) {
        return row(id).map(reader::read);
    }

    /** A provider that developers may use, by its slug. */
    public Optional<Provider> findEnabled(String slug) {
        return find(slug).filter(Provider::enabled);
    }

    /** A provider that developers may use, by its id. */
    public Optional<Provider> findEnabled(ProviderId id) {
        return find(id).filter(Provider::enabled);
    }

    /** Those of them that there are, enabled or not. */
    public Map<ProviderId, Provider> byId(Collection<ProviderId> ids) {
        var wanted = ids.stream().filter(Providers::isPlausible).distinct().toList();
        return wanted.isEmpty()
                ? Map.of()
                : repository.all(wanted).stream()
                        .map(reader::read)
                        .collect(Collectors.toMap(Provider::id, Function.identity()));
    }

    /**
     * What proves to a provider that it is us who asks; empty if there is no such secret.
     *
     * @throws SealBrokenException if it cannot be opened any more
     */
    public Optional<ClientSecret> clientSecret(ProviderId id) {
        return row(id).flatMap(provider -> Optional.ofNullable(provider.sealedSecret()))
                .map(text -> sealing.open(id.secretPlace(), text))
                .map(ClientSecret::new);
    }

    private Optional<BillingProvider> row(ProviderId id) {
        return isPlausible(id) ? repository.find(id) : Optional.empty();
    }

    /** What came from outside unread never reaches the database. */
    private static boolean isPlausible(ProviderId id) {
        return ProviderId.parse(id.value()).isPresent();
    }
}
