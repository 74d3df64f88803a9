// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AsteriskSettingsTest {
    private static final Map<String, String> LEAST = Map.of("host", "pbx.example", "user", "moked", "agentContext", "moked-agents");

    private static AsteriskSettings with(String name, String value) {
        Map<String, String> settings = new HashMap<>(LEAST);
        settings.put(name, value);
        return AsteriskSettings.of(settings);
    }

    @Test
    void whatIsNotSaidIsUsual() {
        AsteriskSettings settings = AsteriskSettings.of(LEAST);
        assertThat(settings.port()).isEqualTo(5038);
        assertThat(with("tls", "true").port()).isEqualTo(5039);
        assertThat(settings.plain()).isFalse();
        assertThat(settings.contexts()).isEmpty();
        assertThat(settings.channelOf("201")).isEqualTo("PJSIP/201");
        assertThat(settings.linkOf("/x/y.wav")).isEmpty();
    }

    @Test
    void whatIsWrongIsNamed() {
        for (String needed : LEAST.keySet()) {
            assertThatThrownBy(() -> with(needed, " ")).isInstanceOf(IllegalArgumentException.class).hasMessage(needed);
        }
        Map.of("port", "65536", "tls", "yes", "login", "md5", "contexts", "a,b c", "holdContext", "x\r\ny", "agentChannel", "PJSIP/201", "agentExtension", "[0-9", "recordingUrl", "javascript:{file}", "answerSeconds", "9", "pingSeconds", "0")
                .forEach((name, value) -> assertThatThrownBy(() -> with(name, value)).as(name).isInstanceOf(IllegalArgumentException.class).hasMessage(name));
    }

    @Test
    void anAgentIsKnownByHisChannel() {
        AsteriskSettings settings = AsteriskSettings.of(LEAST);
        assertThat(settings.extensionOf("PJSIP/201-0000001a")).contains("201");
        assertThat(settings.extensionOf("PJSIP/201")).contains("201");
        assertThat(settings.extensionOf("PJSIP/trunk-0000001a")).isEmpty();
        assertThat(settings.extensionOf("SIP/201-0000001a")).isEmpty();
        assertThat(with("agentChannel", "SIP/agent-{extension}@pbx").extensionOf("SIP/agent-201@pbx-0000001a")).contains("201");
        assertThat(with("agentExtension", "[a-z]+").extensionOf("PJSIP/dana-0000001a")).contains("dana");
    }

    @Test
    void aRecordingBecomesALink() {
        assertThat(with("recordingUrl", "https://r.example/{file}?x=1").linkOf("/var/spool/2026/a b.wav")).contains("https://r.example/a%20b.wav?x=1");
        assertThat(with("recordingUrl", "https://r.example/{path}").linkOf("2026/../../etc/x.wav")).contains("https://r.example/2026/etc/x.wav");
    }
}
