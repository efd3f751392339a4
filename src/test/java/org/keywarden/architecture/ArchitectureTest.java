package org.keywarden.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Keywarden's code")
class ArchitectureTest {

    private static final String ROOT = "org.keywarden";

    private static final JavaClasses CODE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT);

    @ParameterizedTest
    @DisplayName("keeps the rule")
    @EnumSource(Rule.class)
    void keepsTheRule(Rule rule) {
        rule.below(ROOT).check(CODE);
    }
}
