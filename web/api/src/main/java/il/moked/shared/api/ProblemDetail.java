// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.api;

import jakarta.xml.bind.JAXB;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import jakarta.xml.soap.MessageFactory;
import jakarta.xml.soap.SOAPConstants;
import jakarta.xml.soap.SOAPException;
import jakarta.xml.soap.SOAPFault;
import jakarta.xml.soap.SOAPMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.namespace.QName;
import javax.xml.transform.dom.DOMResult;

/** A {@link Problem} as SOAP writes it in a fault: the element of {@code Problem.xsd}, which every contract imports. */
@XmlRootElement(name = "Problem")
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "", propOrder = {"code", "title", "traceId", "error"})
public class ProblemDetail {
    public static final String NAMESPACE = "urn:moked:problem:1";

    String code;
    String title;
    String traceId;
    List<FieldError> error;

    public static ProblemDetail of(Problem problem) {
        ProblemDetail detail = new ProblemDetail();
        detail.code = problem.code();
        detail.title = problem.title();
        detail.traceId = problem.traceId();
        detail.error = problem.errors() == null ? List.of() : problem.errors().stream().map(FieldError::of).toList();
        return detail;
    }

    /** A whole SOAP 1.1 fault, for whom is refused before any service was reached. */
    public void writeFault(OutputStream out) throws IOException {
        try {
            SOAPMessage message = MessageFactory.newInstance().createMessage();
            SOAPFault fault = message.getSOAPBody().addFault(new QName(SOAPConstants.URI_NS_SOAP_1_1_ENVELOPE, "Server"), title);
            JAXB.marshal(this, new DOMResult(fault.addDetail()));
            message.writeTo(out);
        } catch (SOAPException unwritable) {
            throw new IOException(unwritable);
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "FieldError", propOrder = {"field", "code", "text"})
    public static class FieldError {
        String field;
        String code;
        String text;

        static FieldError of(Problem.FieldError error) {
            FieldError detail = new FieldError();
            detail.field = error.field();
            detail.code = error.code();
            detail.text = error.text();
            return detail;
        }
    }
}
