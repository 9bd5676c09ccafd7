import { addDays, type BusinessDay, parseDay } from '@zhanggui/kernel'
import {
  type AnyProgramme,
  accountBalances,
  type Entry,
  examplesOn,
  findProgramme,
  type ProgrammeBuyer,
  type ProgrammeEffect,
  readValues,
} from '../../src/index.ts'

export const SEED = '7'.repeat(64)
export const TODAY = parseDay('2026-06-01')
export const inDays = (days: number): BusinessDay => addDays(TODAY, days)

const ANYBODY: ProgrammeBuyer = { isNew: false, tier: 0, cases: 0 }
type Case = { state: unknown; dueDay: BusinessDay | null }

/** A programme on paper: commands and days in, effects and entries out, as a server would keep them. */
export function playProgramme(kind: string, terms: object = {}) {
  const programme = findProgramme(kind) as AnyProgramme
  const asked = { ...examplesOn(programme.terms, TODAY), ...terms }
  const cases = new Map<string, Case>()
  const effects: ProgrammeEffect[] = []
  const entries: Entry[] = []
  let desk = programme.start(asked)
  const momentOf = (day: BusinessDay) => ({ atMs: 0, day, seed: SEED })
  const keep = (caseId: string, outcome: ReturnType<AnyProgramme['tick']>) => {
    desk = outcome.desk
    if (outcome.state !== null) cases.set(caseId, { state: outcome.state, dueDay: outcome.dueDay })
    effects.push(...outcome.effects)
    entries.push(...outcome.entries)
  }
  return {
    problems: () => programme.check(asked).map(({ code }) => code),
    /** Shape: `ok`, or the code of the refusal. */
    play(
      name: string,
      caseId: string,
      values: object = {},
      more: { day?: BusinessDay; buyer?: Partial<ProgrammeBuyer> } = {},
    ) {
      const command = programme.commands[name]
      if (!command) throw new Error(`no command ${name}`)
      const day = more.day ?? TODAY
      const read = readValues(command.fields, { ...examplesOn(command.fields, day), ...values })
      if (!read.ok) throw new Error(JSON.stringify(read.error))
      const step = command.play({
        terms: asked,
        desk,
        state: cases.get(caseId)?.state ?? null,
        caseId,
        buyer: { ...ANYBODY, ...more.buyer },
        command: read.value,
        others: command.seesAll ? [...cases].map(([id, { state }]) => ({ caseId: id, state })) : [],
        moment: momentOf(day),
      })
      if (!step.ok) return step.error.code
      keep(caseId, step.value)
      if (step.value.wakes) for (const held of cases.values()) held.dueDay = day
      return 'ok'
    },
    /** What happens by itself on a day. */
    tick(day: BusinessDay) {
      for (const [caseId, { state, dueDay }] of cases)
        if (dueDay !== null && dueDay <= day)
          keep(caseId, programme.tick({ terms: asked, desk, state, caseId, moment: momentOf(day) }))
    },
    has: (caseId: string) => cases.has(caseId),
    status: (caseId: string) => programme.statusOf(cases.get(caseId)?.state),
    state: (caseId: string) => cases.get(caseId)?.state as never,
    facts: () => Object.fromEntries(programme.published(asked, desk).map(({ zh, value }) => [zh, value])),
    /** What is said beneath the figures. */
    notes: () => Object.fromEntries(programme.published(asked, desk).map(({ zh, note }) => [zh, note?.zh ?? ''])),
    caseFacts: (caseId: string) =>
      programme
        .caseFacts({ terms: asked, desk, state: cases.get(caseId)?.state, caseId, moment: momentOf(TODAY) })
        .map(({ zh, value }) => [zh, value] as const),
    balances: () => Object.fromEntries(accountBalances(entries)),
    effects,
    entries,
  }
}
