package org.keywarden.platform.faces;

import com.ibm.icu.text.NumberFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.message.Languages;

/** Numbers as the language of the page writes them; no number is an empty text. */
@Named
@ApplicationScoped
public class Numbers {

    @Inject ViewLocale locale;

    /** With thousands set apart: {@code 12,345}. */
    public String of(@Nullable Number number) {
        return number == null
                ? ""
                : NumberFormat.getInstance(Languages.formats(locale.get())).format(number);
    }
}
