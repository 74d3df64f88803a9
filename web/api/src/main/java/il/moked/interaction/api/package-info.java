// SPDX-License-Identifier: Apache-2.0
/** Contacts handed in by other systems, and conversations as other systems see them, by REST and SOAP. */
@XmlSchema(namespace = InteractionMessages.NAMESPACE, elementFormDefault = XmlNsForm.QUALIFIED)
package il.moked.interaction.api;

import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
