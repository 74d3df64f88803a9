// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.api;

import il.moked.interaction.ejb.CommandDelivery.Asked;

/** A command as an exchange reads it. */
public record CommandLine(long id, String kind, String call, String target, String extension, String announcement, String language, String expiresAt, Keys keys) {
    /** What a PROMPT wants of the caller. */
    public record Keys(int most, String terminator, int waitSeconds, boolean bargeIn, boolean secret) {
        static Keys of(Asked.Keys asked) {
            return asked == null ? null : new Keys(asked.most(), asked.terminator(), asked.waitSeconds(), asked.bargeIn(), asked.secret());
        }
    }

    static CommandLine of(Asked asked) {
        return new CommandLine(asked.id(), asked.kind().name(), asked.call(), asked.target(), asked.extension(), asked.announcement(), asked.language(), asked.expiresAt().toString(), Keys.of(asked.keys()));
    }
}
