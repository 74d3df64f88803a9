// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.api;

import il.moked.interaction.ejb.CommandDelivery.Asked;

/** A command as an exchange reads it. */
public record CommandLine(long id, String kind, String call, String target, String extension, String announcement, String language, String expiresAt) {
    static CommandLine of(Asked asked) {
        return new CommandLine(asked.id(), asked.kind().name(), asked.call(), asked.target(), asked.extension(), asked.announcement(), asked.language(), asked.expiresAt().toString());
    }
}
