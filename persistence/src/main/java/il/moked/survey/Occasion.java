// SPDX-License-Identifier: Apache-2.0
package il.moked.survey;

/** What ended before somebody is asked how it was. */
public enum Occasion { CONVERSATION, CASE, VISIT }
