package io.feishuhire.connector.mapping;

import io.feishuhire.connector.feishu.LocalizedName;
import io.feishuhire.connector.feishu.LocalizedName.Language;
import java.util.Optional;

/** The names of channels as the results of connectors have them. */
public final class ChannelName {

    private ChannelName() {}

    /** In both languages, for example {@code 社招官网 (Careers)}; null when there is none. */
    public static String of(Optional<LocalizedName> name) {
        return name.map(it -> it.in(Language.BOTH)).orElse(null);
    }
}
