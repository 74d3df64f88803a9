// SPDX-License-Identifier: Apache-2.0
/** Complaints for other systems, by REST and SOAP, and what regulators published. */
@XmlSchema(namespace = ComplaintMessages.NAMESPACE, elementFormDefault = XmlNsForm.QUALIFIED)
package il.moked.complaint.api;

import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
