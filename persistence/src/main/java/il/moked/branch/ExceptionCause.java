// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

/** Why somebody is served at a branch although another one is for customers of his type: so that it can be counted by cause. */
public enum ExceptionCause { INSISTS, URGENT, FAR, BRIEF }
