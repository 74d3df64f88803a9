// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.paper;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.interaction.Message.Notice;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedPagesTest {
    private static final int MOST = 200;

    @ParameterizedTest
    @ValueSource(strings = {"CCITT T.4", "CCITT T.6", "LZW"})
    void everyPageOfAFaxBecomesAPageOfAPdf(String compression) throws IOException {
        byte[] fax = Paper.tiff(compression, Paper.faxPage(2200), Paper.faxPage(2200), Paper.faxPage(2200));
        ReceivedPages received = ReceivedPages.of("fax.tif", fax, MOST);
        assertThat(received.pages()).isEqualTo(3);
        assertThat(received.notices()).isEmpty();
        assertThat(received.files()).singleElement().satisfies(file -> {
            assertThat(file.fileName()).isEqualTo("fax.pdf");
            assertThat(file.contentType()).isEqualTo("application/pdf");
        });
        try (PDDocument pdf = Paper.open(received.files().get(0).content())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(3);
            BufferedImage shown = new PDFRenderer(pdf).renderImage(1);
            assertThat(shown.getRGB(shown.getWidth() / 5, shown.getHeight() / 6) & 0xFFFFFF).as("in the box").isLessThan(0x404040);
            assertThat(shown.getRGB(shown.getWidth() * 4 / 5, shown.getHeight() * 4 / 5) & 0xFFFFFF).as("outside").isEqualTo(0xFFFFFF);
        }
    }

    @Test
    void aFaxInNormalResolutionIsNotSquashed() throws IOException {
        ReceivedPages received = ReceivedPages.of("fax.tif", Paper.tiff("CCITT T.6", Paper.faxPage(1100)), MOST);
        try (PDDocument pdf = Paper.open(received.files().get(0).content())) {
            assertThat(pdf.getPage(0).getMediaBox().getHeight()).isGreaterThan(pdf.getPage(0).getMediaBox().getWidth());
        }
    }

    @Test
    void aBlackAndWhitePageStaysSmall() throws IOException {
        ReceivedPages received = ReceivedPages.of("fax.tif", Paper.tiff("CCITT T.6", Paper.faxPage(2200)), MOST);
        assertThat(received.files().get(0).content().length).isLessThan(20_000);
    }

    @Test
    void aTiffThatCannotBeReadIsKeptAsItCame() throws IOException {
        byte[] broken = Arrays.copyOf(Paper.tiff("CCITT T.6", Paper.faxPage(2200)), 40);
        ReceivedPages received = ReceivedPages.of("fax.tif", broken, MOST);
        assertThat(received.pages()).isZero();
        assertThat(received.notices()).containsExactly(Notice.UNREADABLE);
        assertThat(received.files()).singleElement().satisfies(file -> assertThat(file.content()).isEqualTo(broken));
    }

    @Test
    void pagesBeforeTheDamageAreShownAndTheFileIsKept() throws IOException {
        byte[] whole = Paper.tiff("LZW", Paper.faxPage(2200), Paper.faxPage(2200));
        byte[] first = Paper.tiff("LZW", Paper.faxPage(2200));
        byte[] cut = Arrays.copyOf(whole, first.length + (whole.length - first.length) / 2);
        ReceivedPages received = ReceivedPages.of("fax.tif", cut, MOST);
        assertThat(received.pages()).isEqualTo(1);
        assertThat(received.notices()).containsExactly(Notice.BROKEN_STRUCTURE);
        assertThat(received.files()).extracting(file -> file.contentType()).containsExactly("application/pdf", "image/tiff");
    }

    @Test
    void moreThanTheMostPagesAreNotShownAndTheFileIsKept() throws IOException {
        byte[] fax = Paper.tiff("CCITT T.6", Paper.faxPage(2200), Paper.faxPage(2200), Paper.faxPage(2200));
        ReceivedPages received = ReceivedPages.of("fax.tif", fax, 2);
        assertThat(received.pages()).isEqualTo(2);
        assertThat(received.notices()).containsExactly(Notice.TRUNCATED);
        assertThat(received.files()).hasSize(2);
    }

    @Test
    void aPageThatUnpacksToGigabytesIsNotUnpacked() throws IOException {
        byte[] bomb = Paper.tiff("CCITT T.6", Paper.faxPage(2200));
        // ImageWidth and ImageLength, tags 256 and 257, first entries of the directory
        for (int at = 0; at < bomb.length - 12; at++) {
            boolean tag = bomb[at] == 0 && bomb[at + 1] == 1 || bomb[at] == 1 && bomb[at + 1] == 1;
            if (bomb[0] == 'I' && (bomb[at] == 0 || bomb[at] == 1) && bomb[at + 1] == 1 && (bomb[at + 2] == 3 || bomb[at + 2] == 4) && bomb[at + 3] == 0) {
                bomb[at + 2] = 4;
                bomb[at + 8] = 0;
                bomb[at + 9] = 0;
                bomb[at + 10] = 4;
            } else if (bomb[0] == 'M' && tag && bomb[at + 2] == 0 && (bomb[at + 3] == 3 || bomb[at + 3] == 4)) {
                bomb[at + 3] = 4;
                bomb[at + 8] = 0;
                bomb[at + 9] = 4;
                bomb[at + 10] = 0;
                bomb[at + 11] = 0;
            }
        }
        assertThat(ReceivedPages.of("fax.tif", bomb, MOST).notices()).containsExactly(Notice.UNREADABLE);
    }

    @Test
    void aDamagedPdfIsKeptWithANotice() {
        ReceivedPages received = ReceivedPages.of("fax.pdf", "%PDF-1.4 and then nothing".getBytes(java.nio.charset.StandardCharsets.US_ASCII), MOST);
        assertThat(received.pages()).isZero();
        assertThat(received.notices()).containsExactly(Notice.UNREADABLE);
        assertThat(received.files()).hasSize(1);
    }
}
