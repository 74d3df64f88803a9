// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.telephony.asterisk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * How an account is connected to its Asterisk, and what its dialplan is like, from the account's settings.
 *
 * @param plain the secret itself is sent at login
 * @param contexts where calls from outside enter @param waitContext where callers wait
 * @param queues of Asterisk itself in which callers wait @param parkingLots the same
 * @param agentChannel {@code PJSIP/{extension}} @param agentExtension what an extension of an agent looks like
 * @param answer how long an answer is waited for @param ping after this time of silence the line is tried
 * @param firstPause before connecting anew; doubled each time up to a minute @param refusedPause after a refused login
 */
record AsteriskSettings(String host, int port, boolean tls, String user, boolean plain, Set<String> contexts, String waitContext, String agentContext, String holdContext, String transferContext, String announceContext, String outContext, String menuContext,
        Set<String> queues, Set<String> parkingLots, String agentChannel, Pattern agentExtension, String recordingUrl, String callerId, Duration answer, Duration ping, Duration firstPause, Duration refusedPause) {
    private static final String EXTENSION = "{extension}";
    private static final int HIGHEST_PORT = 65_535;
    /** Shorter than the lease of a command. Seconds. */
    private static final int LONGEST_ANSWER = 8;
    private static final int LONGEST_PING = 60;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,79}");

    /** @throws IllegalArgumentException naming the setting that is missing or wrong */
    static AsteriskSettings of(Map<String, String> settings) {
        boolean tls = flag(settings, "tls");
        String agentChannel = text(settings, "agentChannel").orElse("PJSIP/" + EXTENSION);
        if (!agentChannel.matches("[A-Za-z0-9]+/[^\\p{Cntrl}&,;]*\\{extension\\}[^\\p{Cntrl}&,;]*")) {
            throw new IllegalArgumentException("agentChannel");
        }
        return new AsteriskSettings(text(settings, "host").orElseThrow(() -> new IllegalArgumentException("host")), number(settings, "port", tls ? 5039 : 5038, HIGHEST_PORT), tls,
                text(settings, "user").orElseThrow(() -> new IllegalArgumentException("user")), choice(settings, "login", "challenge", "plain").equals("plain"), names(settings, "contexts"), context(settings, "waitContext"),
                Optional.ofNullable(context(settings, "agentContext")).orElseThrow(() -> new IllegalArgumentException("agentContext")), context(settings, "holdContext"), context(settings, "transferContext"),
                context(settings, "announceContext"), context(settings, "outContext"), context(settings, "menuContext"), names(settings, "queues"), names(settings, "parkingLots"), agentChannel, pattern(settings), recordingUrl(settings),
                text(settings, "callerId").orElse(null), Duration.ofSeconds(number(settings, "answerSeconds", 5, LONGEST_ANSWER)), Duration.ofSeconds(number(settings, "pingSeconds", 15, LONGEST_PING)), Duration.ofSeconds(1), Duration.ofMinutes(5));
    }

    private static Optional<String> text(Map<String, String> settings, String name) {
        return Optional.ofNullable(settings.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static boolean flag(Map<String, String> settings, String name) {
        return choice(settings, name, "false", "true").equals("true");
    }

    private static String choice(Map<String, String> settings, String name, String usual, String other) {
        return text(settings, name).map(value -> {
            if (!value.equals(usual) && !value.equals(other)) {
                throw new IllegalArgumentException(name);
            }
            return value;
        }).orElse(usual);
    }

    private static int number(Map<String, String> settings, String name, int usual, int most) {
        return text(settings, name).map(value -> {
            if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > most) {
                throw new IllegalArgumentException(name);
            }
            return Integer.valueOf(value);
        }).orElse(usual);
    }

    private static String context(Map<String, String> settings, String name) {
        return text(settings, name).map(value -> named(value, name)).orElse(null);
    }

    private static Set<String> names(Map<String, String> settings, String name) {
        return text(settings, name).map(value -> Arrays.stream(value.split(",")).map(String::strip).map(one -> named(one, name)).collect(Collectors.toUnmodifiableSet())).orElse(Set.of());
    }

    private static String named(String value, String name) {
        if (!NAME.matcher(value).matches()) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }

    private static Pattern pattern(Map<String, String> settings) {
        try {
            return Pattern.compile(text(settings, "agentExtension").orElse("[0-9]{2,6}"));
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException("agentExtension", wrong);
        }
    }

    private static String recordingUrl(Map<String, String> settings) {
        return text(settings, "recordingUrl").map(value -> {
            if (!value.matches("https?://\\S+") || !value.contains("{file}") && !value.contains("{path}")) {
                throw new IllegalArgumentException("recordingUrl");
            }
            return value;
        }).orElse(null);
    }

    /** Where an agent's telephone is. */
    String channelOf(String extension) {
        return agentChannel.replace(EXTENSION, extension);
    }

    /** The agent's extension a channel belongs to: {@code PJSIP/201-0000001a} is 201. */
    Optional<String> extensionOf(String channel) {
        int at = agentChannel.indexOf(EXTENSION);
        Matcher matcher = Pattern.compile(Pattern.quote(agentChannel.substring(0, at)) + "(.+?)" + Pattern.quote(agentChannel.substring(at + EXTENSION.length())) + "(-[0-9a-fA-F]+(;[12])?)?").matcher(channel);
        return matcher.matches() && agentExtension.matcher(matcher.group(1)).matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The link under which a file of the exchange can be heard. */
    Optional<String> linkOf(String file) {
        if (recordingUrl == null || file.isBlank()) {
            return Optional.empty();
        }
        String path = Arrays.stream(file.split("/")).filter(part -> !part.isEmpty() && !part.equals("..")).map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20")).collect(Collectors.joining("/"));
        return Optional.of(recordingUrl.replace("{file}", path.substring(path.lastIndexOf('/') + 1)).replace("{path}", path));
    }
}
