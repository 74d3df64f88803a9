// SPDX-License-Identifier: Apache-2.0
/** Who is at work, what he can do and how much more work he can take. Aggregate: Agent. Values: Skill, SkillProfile, Capacity, WorkWeight. Uses shared, access, channel. */
package il.moked.agent;
