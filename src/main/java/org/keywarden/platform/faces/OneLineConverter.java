package org.keywarden.platform.faces;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
import org.jspecify.annotations.Nullable;

/** Makes one line of what somebody typed into a field with several: no text of ours has more. */
@FacesConverter("oneLine")
public class OneLineConverter implements Converter<String> {

    @Override
    public String getAsObject(FacesContext faces, UIComponent field, @Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    @Override
    public String getAsString(FacesContext faces, UIComponent field, @Nullable String text) {
        return text == null ? "" : text;
    }
}
