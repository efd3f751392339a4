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

    /**
     * A part in percent of a whole, to a tenth: {@code 97.2%}; neither none nor all of it if it is
     * neither. Of nothing it is an empty text.
     */
    public String share(long part, long whole) {
        if (whole == 0) {
            return "";
        }
        long tenths = Math.round(1000.0 * part / whole);
        if (part > 0 && part < whole) {
            tenths = Math.min(Math.max(tenths, 1), 999);
        }
        var format = NumberFormat.getPercentInstance(Languages.formats(locale.get()));
        format.setMaximumFractionDigits(1);
        return format.format(tenths / 1000.0);
    }
}
