// SPDX-License-Identifier: Apache-2.0
/** Orders, payments, documents and purchases for other systems of the organisation, by REST and SOAP. */
@XmlSchema(namespace = OrderMessages.NAMESPACE, elementFormDefault = XmlNsForm.QUALIFIED)
package il.moked.order.api;

import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
