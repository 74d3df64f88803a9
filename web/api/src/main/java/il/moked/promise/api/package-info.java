// SPDX-License-Identifier: Apache-2.0
/** What customers were promised, by REST and SOAP. */
@XmlSchema(namespace = PromiseMessages.NAMESPACE, elementFormDefault = XmlNsForm.QUALIFIED)
package il.moked.promise.api;

import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
