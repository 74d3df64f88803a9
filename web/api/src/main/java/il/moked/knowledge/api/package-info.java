// SPDX-License-Identifier: Apache-2.0
/** Published articles for other systems of the organisation. */
@XmlSchema(namespace = ArticleMessages.NAMESPACE, elementFormDefault = XmlNsForm.QUALIFIED)
package il.moked.knowledge.api;

import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
