// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SmsTextTest {
    private static String octets(String text) {
        SmsText sms = SmsText.of(text);
        return HexFormat.of().formatHex(sms.octets(sms.parts().get(0)));
    }

    private static void fits(String text, int units, int parts) {
        SmsText sms = SmsText.of(text);
        assertThat(sms.units()).as("units").isEqualTo(units);
        assertThat(sms.parts()).as("parts").hasSize(parts);
        assertThat(String.join("", sms.parts())).as("nothing is lost").isEqualTo(text);
    }

    @Test
    void latinTextIsOneMessageUpToAHundredAndSixtySeptets() {
        fits("a".repeat(160), 160, 1);
        fits("a".repeat(161), 161, 2);
        fits("a".repeat(306), 306, 2);
        fits("a".repeat(307), 307, 3);
        fits("", 0, 1);
    }

    @Test
    void hebrewTextIsOneMessageUpToSeventyUnits() {
        assertThat(SmsText.of("שלום").alphabet()).isEqualTo(SmsText.Alphabet.UCS2);
        fits("ש".repeat(70), 70, 1);
        fits("ש".repeat(71), 71, 2);
        fits("ש".repeat(134), 134, 2);
        fits("ש".repeat(135), 135, 3);
    }

    @Test
    void oneHebrewLetterMakesTheWholeTextHebrew() {
        fits("a".repeat(99) + "א", 100, 2);
    }

    @Test
    void lettersOfTheExtensionTableCountTwice() {
        assertThat(SmsText.of("€[]{}\\^~|").alphabet()).isEqualTo(SmsText.Alphabet.GSM);
        fits("€".repeat(80), 160, 1);
        fits("€".repeat(80) + "a", 161, 2);
    }

    @Test
    void anExtendedLetterIsNeverSplitBetweenParts() {
        String text = "a".repeat(152) + "€" + "b".repeat(20);
        fits(text, 174, 2);
        assertThat(SmsText.of(text).parts().get(0)).isEqualTo("a".repeat(152));
        assertThat(SmsText.of(text).parts().get(1)).startsWith("€");
    }

    @Test
    void aLetterBeyondTheBasicPlaneIsNeverSplitBetweenParts() {
        String text = "א".repeat(66) + "😀" + "ב".repeat(10);
        fits(text, 78, 2);
        assertThat(SmsText.of(text).parts().get(0)).isEqualTo("א".repeat(66));
        assertThat(SmsText.of(text).parts().get(1)).startsWith("😀");
    }

    @Test
    void theCodesAreThoseOfTheStandard() {
        assertThat(octets("@£$¥èéùìòÇ\nØø\rÅå")).isEqualTo("000102030405060708090a0b0c0d0e0f");
        assertThat(octets("Δ_ΦΓΛΩΠΨΣΘΞ")).isEqualTo("101112131415161718191a");
        assertThat(octets("ÆæßÉ !\"#¤%&'()*+")).isEqualTo("1c1d1e1f202122232425262728292a2b");
        assertThat(octets("09:;<=>?¡AZÄÖÑÜ§¿azäöñüà")).isEqualTo("30393a3b3c3d3e3f40415a5b5c5d5e5f60617a7b7c7d7e7f");
        assertThat(octets("\f^{}\\[~]|€")).isEqualTo("1b0a1b141b281b291b2f1b3c1b3d1b3e1b401b65");
        assertThat(octets("אב")).isEqualTo("05d005d1");
    }

    @Test
    void whatIsWrittenIsReadBack() {
        String all = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCXYZÄÖÑÜ§¿abcxyzäöñüà\f^{}\\[~]|€";
        SmsText sms = SmsText.of(all);
        assertThat(sms.alphabet()).isEqualTo(SmsText.Alphabet.GSM);
        assertThat(SmsText.fromGsm(sms.octets(all))).isEqualTo(all);
    }

    @Test
    void anUnknownExtensionIsTheLetterOfTheBasicTable() {
        assertThat(SmsText.fromGsm(new byte[] {0x41, 0x1B, 0x41, 0x1B})).isEqualTo("AA");
    }

    @Test
    void moreThanTheStandardCanCountIsRefused() {
        fits("a".repeat(153 * 255), 153 * 255, 255);
        assertThatThrownBy(() -> SmsText.of("a".repeat(153 * 255 + 1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTextIsReadByItsCoding() {
        assertThat(SmsCoding.text(new byte[] {0x00, 0x1B, 0x65}, 0, false)).isEqualTo("@€");
        assertThat(SmsCoding.text("é".getBytes(StandardCharsets.ISO_8859_1), 0, true)).isEqualTo("é");
        assertThat(SmsCoding.text("שלום".getBytes(StandardCharsets.UTF_16BE), 8, false)).isEqualTo("שלום");
        assertThat(SmsCoding.text("שלום".getBytes(StandardCharsets.UTF_16BE), 0x18, false)).isEqualTo("שלום");
        assertThat(SmsCoding.text(new byte[] {0x00}, 0xF0, false)).isEqualTo("@");
        assertThat(SmsCoding.text(new byte[] {(byte) 0xF9, (byte) 0xEC, (byte) 0xE5, (byte) 0xED}, 7, false)).isEqualTo("שלום");
    }
}
