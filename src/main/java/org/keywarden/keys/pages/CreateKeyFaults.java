package org.keywarden.keys.pages;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keywarden.platform.text.Texts;
import org.keywarden.projects.ProjectName;

/** Finds what is wrong with a {@link CreateKeyForm}; with a field that is not shown, nothing is. */
final class CreateKeyFaults {

    private CreateKeyFaults() {}

    static List<Fault> of(CreateKeyForm form) {
        return Stream.of(ofProject(form), ofScopes(form), ofDays(form))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Fault> ofProject(CreateKeyForm form) {
        var name = form.getProjectName().strip();
        if (!form.isInNewProject()) {
            return Optional.empty();
        }
        if (name.isEmpty()) {
            return Optional.of(new Fault("projectName", "problem.field.required"));
        }
        if (name.codePointCount(0, name.length()) > ProjectName.MAX_LENGTH) {
            return Optional.of(
                    new Fault("projectName", "problem.field.tooLong", ProjectName.MAX_LENGTH));
        }
        return Texts.isPlain(name)
                ? Optional.empty()
                : Optional.of(new Fault("projectName", "problem.field.notPlain"));
    }

    private static Optional<Fault> ofScopes(CreateKeyForm form) {
        return form.chosenScopes().isEmpty()
                ? Optional.of(new Fault("scopes", "createKey.scopes.none"))
                : Optional.empty();
    }

    private static Optional<Fault> ofDays(CreateKeyForm form) {
        return Expiry.ofNewKey(form.getExpiry(), form.getDays()).isPresent()
                ? Optional.empty()
                : Optional.of(new Fault("days", "createKey.days.range", Expiry.MAX_DAYS));
    }
}
