// SPDX-License-Identifier: Apache-2.0
/**
 * What staff and outside screens share: language, direction, theme and the address of the design system's files.
 * Style sheets, signs, templates and tag files are resources of this module under {@code META-INF}.
 * May use {@code jakarta} APIs only; knows no area. Fires no events.
 */
package il.moked.shared.ui;
