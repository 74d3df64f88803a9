// SPDX-License-Identifier: Apache-2.0
/** Cases for other systems: opened, read, listed, and brought into another state. */
@XmlSchema(namespace = CaseMessages.NAMESPACE, elementFormDefault = XmlNsForm.QUALIFIED)
package il.moked.casework.api;

import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
