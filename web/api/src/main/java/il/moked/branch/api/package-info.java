// SPDX-License-Identifier: Apache-2.0
/** Branches for other systems: where they are, when they are open and how long one waits, numbers and appointments. */
@XmlSchema(namespace = BranchMessages.NAMESPACE, elementFormDefault = XmlNsForm.QUALIFIED)
package il.moked.branch.api;

import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
