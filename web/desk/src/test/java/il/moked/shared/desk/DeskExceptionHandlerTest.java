// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.desk;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.el.ELException;
import jakarta.faces.FacesException;
import jakarta.persistence.OptimisticLockException;
import org.junit.jupiter.api.Test;

class DeskExceptionHandlerTest {

    private static String code(Throwable failure) {
        return DeskExceptionHandler.refusal(failure).map(BusinessException::code).orElse(null);
    }

    @Test
    void aRefusalIsFoundHoweverDeepItIsWrapped() {
        assertThat(code(new FacesException(new ELException(new NotFoundException("interaction.unknown"))))).isEqualTo("interaction.unknown");
    }

    @Test
    void aConflictIsARefusalThatSaysSo() {
        assertThat(code(new FacesException(new EJBException(new OptimisticLockException())))).isEqualTo("shared.conflict");
    }

    @Test
    void whatARoleMayNotDoIsARefusal() {
        assertThat(code(new ELException(new EJBAccessException("no")))).isEqualTo("access.denied");
    }

    @Test
    void aDefectIsNone() {
        assertThat(code(new FacesException(new NullPointerException()))).isNull();
    }
}
