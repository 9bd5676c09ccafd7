import { addDays, type BusinessDay } from '@zhanggui/kernel'
import type { Entry } from '../entries/entry-kinds.ts'

const DAY_MS = 86_400_000

/** The same place in another campaign: days and instants moved by so many days, and nothing of what was done the last time. */
function copyEntry(entry: Entry, days: number): Entry {
  const day = (value: BusinessDay): BusinessDay => addDays(value, days)
  const instant = (value: string): string => new Date(Date.parse(value) + days * DAY_MS).toISOString()
  const span = ({ from, until }: { from: string; until: string }) => ({ from: instant(from), until: instant(until) })
  const { kind, id } = entry
  switch (kind) {
    case 'task': {
      const { startDay, dueDay } = entry.body
      return {
        kind,
        id,
        body: {
          ...entry.body,
          startDay: startDay && day(startDay),
          dueDay: day(dueDay),
          started: null,
          finished: null,
        },
      }
    }
    case 'run':
      return {
        kind,
        id,
        body: { ...entry.body, at: instant(entry.body.at), promotion: null, firedAt: null, ended: null },
      }
    case 'page': {
      const { releaseFrom, releaseUntil } = entry.body
      const fresh = { proof: null, tests: [], released: null, retired: null }
      return {
        kind,
        id,
        body: { ...entry.body, ...fresh, releaseFrom: instant(releaseFrom), releaseUntil: instant(releaseUntil) },
      }
    }
    case 'training':
      return { kind, id, body: { ...entry.body, day: day(entry.body.day), attendees: [] } }
    case 'attestation':
      return { kind, id, body: { ...entry.body, dueDay: day(entry.body.dueDay), result: null } }
    case 'drill':
      return { kind, id, body: { ...entry.body, dueDay: day(entry.body.dueDay), held: null } }
    case 'slot': {
      const auction = entry.body.auction && { ...entry.body.auction, bidCents: null, paidCents: null }
      return { kind, id, body: { ...entry.body, ...span(entry.body), auction, outcome: null } }
    }
    case 'contact':
      return { kind, id, body: { ...entry.body, at: instant(entry.body.at) } }
    case 'enrolment':
      return {
        kind,
        id,
        body: { ...entry.body, ...span(entry.body), deadline: day(entry.body.deadline), submitted: null, answer: null },
      }
  }
}

/**
 * Last year's work aligned by campaign day: what was due on D−7 is due on D−7, whatever the date. Marks, proofs and results of the
 * last time are left behind. `days`: from the old main day to the new one.
 */
export const copyEntries = (entries: readonly Entry[], days: number): Entry[] =>
  entries.map((entry) => copyEntry(entry, days))
