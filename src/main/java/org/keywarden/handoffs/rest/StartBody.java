package org.keywarden.handoffs.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.keywarden.handoffs.Gateway;
import org.keywarden.platform.text.Text;
import org.keywarden.platform.text.Texts;

/**
 * On whose behalf a hand-off begins.
 *
 * @param nonce at most 128 characters
 * @param instanceId at most 128 characters
 */
public record StartBody(
        @JsonProperty("gateway_nonce") @Nullable @Text(max = 128) String nonce,
        @JsonProperty("gateway_instance_id") @Nullable @Text(max = 128) String instanceId) {

    Gateway gateway() {
        return new Gateway(Texts.trimmedOrNull(instanceId), Texts.trimmedOrNull(nonce));
    }
}
