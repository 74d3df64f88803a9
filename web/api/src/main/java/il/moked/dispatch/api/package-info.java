// SPDX-License-Identifier: Apache-2.0
/** Visits for other systems: windows that are free, booking, and what becomes of each. */
@XmlSchema(namespace = VisitMessages.NAMESPACE, elementFormDefault = XmlNsForm.QUALIFIED)
package il.moked.dispatch.api;

import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
