import type { HolidayOverrides, Occasion } from '@zhanggui/calendar'
import { addDays, assert, type BusinessDay } from '@zhanggui/kernel'
import type { Entry } from '../entries/entry-kinds.ts'
import { placeActions, type TeamLeads } from '../library/place-actions.ts'
import type { PhaseWindow } from '../phases/phase.ts'
import { scheduleOccasion, schedulePhases } from '../phases/schedule-phases.ts'
import type { AttestationKind } from '../readiness/attestation.ts'
import { ATTESTATIONS_NEEDED } from '../readiness/checks/attestation-checks.ts'
import { BURST_RUN_SHEET } from '../run-sheet/run-template.ts'
import type { CampaignTemplate } from './campaign-template.ts'
import { drillsFor, pagesFor, trainingsFor } from './template-parts.ts'

export type InstantiateCampaign = {
  mainDay: BusinessDay
  /** The occasion in its year, where the template follows one. */
  occasion: Occasion | null
  leads: TeamLeads
  language: 'zh' | 'en'
  /** The instant at which a minute of a day of the shop begins, ISO 8601. */
  instantOf: (day: BusinessDay, minute: number) => string
  overrides?: HolidayOverrides
}

export type CampaignDraft = { mainDay: BusinessDay; windows: PhaseWindow[]; entries: Entry[] }

type Placed = InstantiateCampaign & { template: CampaignTemplate; windows: readonly PhaseWindow[] }

const firstOf = (windows: readonly PhaseWindow[], phase: PhaseWindow['phase']): PhaseWindow | undefined =>
  windows.find((w) => w.phase === phase)
const lastBurst = (windows: readonly PhaseWindow[]): PhaseWindow | undefined =>
  windows.findLast(({ phase }) => phase === 'burst')

const MINUTE_MS = 60_000

/** The sheet of the last burst, the one of the main day; item ids as in the template, so that a copy can be compared. */
function runEntries({ template, windows, language, instantOf, leads }: Placed): Entry[] {
  const burst = lastBurst(windows)
  if (!burst) return []
  const opens = Date.parse(instantOf(burst.from, burst.startMinute))
  const items = BURST_RUN_SHEET.filter(({ sizes }) => (sizes ?? [template.size]).includes(template.size))
  const known = new Set(items.map(({ id }) => id))
  return items.map(
    ({ id, minute, minutes, titleZh, titleEn, team, checkZh, checkEn, dependsOn = [], action = 'manual' }) => ({
      kind: 'run',
      id,
      body: {
        title: language === 'zh' ? titleZh : titleEn,
        at: new Date(opens + minute * MINUTE_MS).toISOString(),
        minutes,
        team,
        owner: leads[team] ?? leads.operations ?? '',
        action,
        promotion: null,
        playbook: null,
        check: language === 'zh' ? checkZh : checkEn,
        dependsOn: dependsOn.filter((other) => known.has(other)),
        firedAt: null,
        ended: null,
      },
    }),
  )
}

/** A page may go out from the day before its phase on, until the phase is over. */
function pageEntries({ template, windows, language, instantOf, leads }: Placed): Entry[] {
  return pagesFor(template.size).flatMap(({ id, kind, phase, zh, en, blocks }): Entry[] => {
    const own = windows.filter((w) => w.phase === phase)
    const [first, last] = [own[0], own.at(-1)]
    if (!first || !last) return []
    const body = {
      title: language === 'zh' ? zh : en,
      kind,
      phase,
      owner: leads.design ?? leads.operations ?? '',
      brief: '',
      blocks: [...blocks],
      releaseFrom: instantOf(addDays(first.from, -1), 0),
      releaseUntil: instantOf(last.to, 0),
      proof: null,
      tests: [],
      released: null,
      retired: null,
    }
    return [{ kind: 'page', id, body }]
  })
}

function trainingEntries({ template, windows, language, leads }: Placed): Entry[] {
  return trainingsFor(template.size).flatMap(({ id, team, phase, daysBefore, zh, en, attendeesMin }): Entry[] => {
    const window = firstOf(windows, phase)
    if (!window) return []
    const title = language === 'zh' ? zh : en
    const body = {
      title,
      team,
      phase,
      day: addDays(window.from, -daysBefore),
      trainer: leads[team] ?? '',
      topics: '',
      attendeesMin,
      passScore: 80,
      attendees: [],
    }
    return [{ kind: 'training', id, body }]
  })
}

const ATTESTED_BY: Readonly<Record<AttestationKind, keyof TeamLeads>> = {
  stockCount: 'logistics',
  loadTest: 'technology',
  rota: 'service',
  plansB: 'operations',
}

function gateEntries({ template, windows, language, leads }: Placed): Entry[] {
  const burst = firstOf(windows, 'burst')
  if (!burst) return []
  const attested = ATTESTATIONS_NEEDED[template.size].map((kind): Entry => {
    const owner = leads[ATTESTED_BY[kind]] ?? leads.operations ?? ''
    return {
      kind: 'attestation',
      id: kind,
      body: { kind, phase: 'burst', owner, dueDay: addDays(burst.from, -1), target: '', result: null },
    }
  })
  const drills = drillsFor(template.size).map(({ id, scenario, daysBefore, zh, en }): Entry => {
    const title = language === 'zh' ? zh : en
    const owner = leads.technology ?? leads.operations ?? ''
    return {
      kind: 'drill',
      id,
      body: { title, scenario, phase: 'burst', owner, dueDay: addDays(burst.from, -daysBefore), held: null },
    }
  })
  return [...attested, ...drills]
}

/**
 * A template on its days: phases, work, run sheet, pages, training, what is vouched for, drills.
 * Errors: throws when the template follows an occasion and another is given.
 */
export function instantiateCampaign(template: CampaignTemplate, options: InstantiateCampaign): CampaignDraft {
  const { occasion } = options
  assert(occasion === null || template.occasion === occasion.id, `${template.id} follows ${template.occasion}`)
  const { lengths = {}, burstStartMinute = 0 } = template
  const mainDay = occasion?.mainDay ?? options.mainDay
  const windows = occasion
    ? scheduleOccasion(occasion, { lengths, burstStartMinute })
    : schedulePhases(mainDay, { lengths, burstStartMinute })
  const { leads, language, overrides } = options
  const tasks = placeActions({
    windows,
    mainDay,
    size: template.size,
    leads,
    language,
    ...(overrides && { overrides }),
  })
  const placed = { ...options, template, windows }
  const entries: Entry[] = [
    ...tasks.map(({ id, body }): Entry => ({ kind: 'task', id, body })),
    ...runEntries(placed),
    ...pageEntries(placed),
    ...trainingEntries(placed),
    ...gateEntries(placed),
  ]
  return { mainDay, windows, entries }
}
