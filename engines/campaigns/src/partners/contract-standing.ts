import { addDays, type BusinessDay, daysBetween } from '@zhanggui/kernel'

export type ContractState = 'draft' | 'signed' | 'ended'

export type ContractTerm = {
  state: ContractState
  fromDay: BusinessDay
  /** The last day counts, as contracts write it. */
  lastDay: BusinessDay
  /** Whoever wants to leave says so that many days before the end. */
  noticeDays: number
  /** Goes on by itself unless somebody says otherwise. */
  renewsItself: boolean
}

export type ContractStanding = {
  standing: 'draft' | 'notYet' | 'running' | 'renewalDue' | 'expired' | 'ended'
  /** The last day on which renewal can still be decided. */
  decideBy: BusinessDay
  /** Days to the end; below zero after it. */
  daysLeft: number
}

/** Days before the last day of notice from which the decision is on the table. A starting value of this project. */
export const RENEWAL_LEAD_DAYS = 30

/** Where a contract stands today, and until when its renewal is to be decided. */
export function contractStanding(term: ContractTerm, today: BusinessDay): ContractStanding {
  const { state, fromDay, lastDay, noticeDays, renewsItself } = term
  const decideBy = addDays(lastDay, -noticeDays)
  const daysLeft = daysBetween(today, lastDay)
  const at = (standing: ContractStanding['standing']): ContractStanding => ({ standing, decideBy, daysLeft })
  if (state !== 'signed') return at(state)
  if (today < fromDay) return at('notYet')
  if (today > lastDay) return at(renewsItself ? 'running' : 'expired')
  return at(daysBetween(today, decideBy) <= RENEWAL_LEAD_DAYS ? 'renewalDue' : 'running')
}
