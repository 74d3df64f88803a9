// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.social;

import il.moked.channel.Channel;
import il.moked.channel.jms.social.ProviderClient.Answer;
import il.moked.channel.jms.social.ProviderClient.Away;
import il.moked.channel.jms.social.ProviderClient.Refusal;
import il.moked.channel.jms.social.ProviderClient.Silent;
import il.moked.interaction.AwaitedFile.Why;
import il.moked.interaction.ejb.FileFetching.ToFetch;
import java.util.Set;

/** Where the files of one or more channels are fetched. Found by its type. */
interface MediaSource {
    /** Bytes; as large as a mail may be. */
    int LARGEST = 25 * 1024 * 1024;

    Set<Channel> channels();

    /** The content, and its type as the provider says, which may be null. Asking again is harmless. */
    Media fetch(ToFetch file) throws Away, Silent, Refusal;

    /** What the provider says instead of the file. */
    static Refusal refused(Answer answer) {
        boolean gone = answer.status() == 404 || answer.status() == 410;
        return new Refusal(gone ? Why.GONE : Why.REFUSED, "HTTP " + answer.status());
    }

    record Media(byte[] content, String contentType) {
    }
}
