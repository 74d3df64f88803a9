// SPDX-License-Identifier: Apache-2.0
/** What every part of the back-office interface shares: JSON, problems and their words, checking of what comes in. */
@XmlSchema(namespace = ProblemDetail.NAMESPACE, elementFormDefault = XmlNsForm.QUALIFIED)
package il.moked.shared.api;

import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
