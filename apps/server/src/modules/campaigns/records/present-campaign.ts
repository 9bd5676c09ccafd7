import { type CampaignFacts, checkPhases, isBrokenSchedule, sayPhaseFinding, windowIndexAt } from '@zhanggui/campaigns'
import type {
  CampaignDetail,
  CampaignEntry,
  CampaignMove,
  CampaignQuery,
  CampaignSignature,
  CampaignSummary,
  NextStep,
  Store,
} from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { namesOfActors } from '../../admin/read-audit.ts'
import { gatherFacts } from '../readiness/gather-facts.ts'
import type { CampaignRow, EntryRow, MoveRow } from '../schema.ts'
import { readCampaignRow, readCampaignRows, readEntryRows, readMoves, readSignatures } from './campaign-rows.ts'
import { nextStep } from './next-step.ts'
import { openRequest } from './open-request.ts'
import { shopMoment } from './shop-moment.ts'

type Names = ReadonlyMap<string, string>
const nameIn = (names: Names, actor: string): string => names.get(actor) ?? actor

/** Where the clock stands among the windows, whatever the checks say. */
function clockPhaseOf(facts: CampaignFacts, given: { now: Date; timeZone: string }): CampaignSummary['clockPhase'] {
  const { windows } = facts.plan
  const window = windows[windowIndexAt(windows, shopMoment(given.now, given.timeZone))]
  return window ? { phase: window.phase, wave: window.wave } : null
}

const isRed = ({ state }: { state: string }): boolean => state === 'red'
const isGreen = ({ state }: { state: string }): boolean => state === 'green'

const countTasks = ({ tasks, today }: CampaignFacts): CampaignSummary['tasks'] => ({
  all: tasks.length,
  done: tasks.filter(({ body }) => body.finished !== null).length,
  overdue: tasks.filter(({ body }) => body.finished === null && body.dueDay < today).length,
})

type Presented = { row: CampaignRow; facts: CampaignFacts; step: NextStep | null; names: Names }

function summaryOf(context: Context, store: Store, { row, facts, step, names }: Presented): CampaignSummary {
  const { body } = row
  return {
    id: row.id,
    name: body.name,
    template: body.template,
    size: body.size,
    state: row.state,
    wave: row.wave,
    clockPhase: clockPhaseOf(facts, { now: context.clock.now(), timeZone: store.timezone }),
    mainDay: body.mainDay,
    windows: body.windows,
    next: step && {
      state: step.state,
      wave: step.wave,
      dueAt: step.dueAt,
      green: step.checks.filter(isGreen).length,
      red: step.checks.filter(isRed).length,
    },
    targetCents: body.goal.targetCents,
    budgetCents: body.budgetCents,
    tasks: countTasks(facts),
    revision: row.revision,
    changedBy: nameIn(names, row.changedBy),
    changedAt: row.changedAt.toISOString(),
  }
}

/** The campaigns of a shop, the latest main day first. */
export async function listCampaigns(context: Context, store: Store, query: CampaignQuery): Promise<CampaignSummary[]> {
  const rows = (await readCampaignRows(context.records.db, store.id))
    .filter(({ state }) => query.state === undefined || state === query.state)
    .filter(({ body }) => query.year === undefined || Number(body.mainDay.slice(0, 4)) === Number(query.year))
  const names = await namesOfActors(
    context,
    rows.map(({ changedBy }) => changedBy),
  )
  const listed: CampaignSummary[] = []
  for (const row of rows) {
    const facts = await gatherFacts(context, store, row)
    listed.push(summaryOf(context, store, { row, facts, step: nextStep(context, store, { row, facts }), names }))
  }
  return listed
}

const moveOf = (
  names: Names,
  { sequence, fromState, toState, wave, blockedBy, note, actor, at }: MoveRow,
): CampaignMove => ({
  sequence,
  from: fromState,
  to: toState,
  wave,
  blockedBy,
  by: nameIn(names, actor),
  at: at.toISOString(),
  note,
})

export const presentEntry = (
  names: Names,
  { id, kind, version, changedBy, changedAt, body }: EntryRow,
): CampaignEntry => ({
  id,
  kind,
  version,
  changedBy: nameIn(names, changedBy),
  changedAt: changedAt.toISOString(),
  body,
})

/** Errors: throws `not_found`. */
export async function readCampaign(context: Context, store: Store, campaign: string): Promise<CampaignDetail> {
  const { db } = context.records
  const key = { store: store.id, campaign }
  const row = await readCampaignRow(db, key)
  const facts = await gatherFacts(context, store, row)
  const entryRows = await readEntryRows(db, key)
  const moves = await readMoves(db, key)
  const signatures = await readSignatures(db, key)
  const actors = [row.changedBy, ...entryRows.map((e) => e.changedBy), ...moves.map((m) => m.actor)]
  const names = await namesOfActors(context, actors)
  const step = nextStep(context, store, { row, facts })
  return {
    ...summaryOf(context, store, { row, facts, step, names }),
    body: row.body,
    schedule: checkPhases(facts.plan.windows).map((finding) => ({
      ...sayPhaseFinding(finding),
      broken: isBrokenSchedule(finding),
    })),
    step,
    signatures: signatures.map(
      ({ phase, wave, team, name, decision, note, at }): CampaignSignature => ({
        phase,
        wave,
        team,
        name,
        decision,
        note,
        at: at.toISOString(),
      }),
    ),
    moves: moves.map((move) => moveOf(names, move)),
    entries: entryRows.map((entry) => presentEntry(names, entry)),
    request: await openRequest(context, row),
  }
}
