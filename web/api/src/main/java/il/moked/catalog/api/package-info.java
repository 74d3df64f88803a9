// SPDX-License-Identifier: Apache-2.0
/** What is sold, for how much and whether it is there, as other systems see it: the same answers as on every screen. */
@XmlSchema(namespace = SaleMessages.NAMESPACE, elementFormDefault = XmlNsForm.QUALIFIED)
package il.moked.catalog.api;

import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
