// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.desk;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.shared.desk.Downloads;
import org.junit.jupiter.api.Test;

class FileUploadTest {

    @Test
    void aFileKeepsItsNameWithoutThePathToIt() {
        assertThat(FileUpload.name("C:\\Users\\dana\\דף חיוב.pdf")).isEqualTo("דף חיוב.pdf");
        assertThat(FileUpload.name("../../etc/passwd")).isEqualTo("passwd");
    }

    @Test
    void aNameThatLiesAboutItsEndingShowsWhy() {
        assertThat(FileUpload.name("invoice\u202Efdp.exe")).contains("⟦U+202E⟧").endsWith("fdp.exe");
    }

    @Test
    void aFileWithoutANameGetsOne() {
        assertThat(FileUpload.name(null)).isEqualTo("file");
        assertThat(FileUpload.name("..")).isEqualTo("file");
        assertThat(FileUpload.name("a\r\nb")).isEqualTo("a b");
    }

    @Test
    void onlyANumberIsTheNumberOfAFile() {
        assertThat(Downloads.id("/17")).isEqualTo(17);
        assertThat(Downloads.id("/17/..")).isEqualTo(-1);
        assertThat(Downloads.id("/99999999999999999999")).isEqualTo(-1);
        assertThat(Downloads.id(null)).isEqualTo(-1);
    }
}
