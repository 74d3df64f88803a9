// SPDX-License-Identifier: Apache-2.0
/** Customers as other systems see and keep them, by REST and SOAP. */
@XmlSchema(namespace = CustomerMessages.NAMESPACE, elementFormDefault = XmlNsForm.QUALIFIED)
package il.moked.customer.api;

import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
