import { findOccasionByName, type OccasionRule, occasionInYear } from '@zhanggui/calendar'
import type { PlanEvent } from '../plan.ts'
import type { PlanView } from './plan-view.ts'

/** The occasion that an event follows by its id; undefined when it follows none, or one that nobody knows. */
export const followedOccasion = ({ facts }: PlanView, { occasionId }: PlanEvent): OccasionRule | undefined =>
  facts.occasions.find(({ id }) => id === occasionId)

/** The occasion that an unlinked event speaks of by name. */
export const namedOccasion = ({ facts }: PlanView, { name, kind }: PlanEvent): OccasionRule | undefined =>
  kind === 'platform' ? findOccasionByName(name, facts.occasions) : undefined

/** Main day and range of an occasion in the plan's year; null in a year in which it does not come. */
export const occasionOfYear = ({ plan }: PlanView, rule: OccasionRule) => occasionInYear(rule, plan.year)
