// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.desk;

import il.moked.channel.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** The sign of a channel in the sprite; it also names the class of its mark. */
@Named
@ApplicationScoped
public class Signs {
    public String of(Channel channel) {
        return switch (channel) {
            case EMAIL -> "mail";
            case FORM -> "form";
            case CHAT -> "chat";
            case PHONE -> "phone";
            case SMS -> "sms";
            case WHATSAPP -> "whatsapp";
            case MESSENGER -> "messenger";
            case INSTAGRAM -> "instagram";
            case TELEGRAM -> "telegram";
            case X -> "x";
            case APP -> "app";
            case FAX -> "fax";
            case POST -> "post";
            case BRANCH -> "branch";
        };
    }

    public String ofFile(String contentType) {
        return contentType != null && contentType.startsWith("image/") ? "image" : "file";
    }

    /** Bytes as people read them; always written left to right. */
    public String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        return bytes < 1024 * 1024 ? bytes / 1024 + " KB" : "%.1f MB".formatted(bytes / 1048576.0);
    }
}
