import type { Store } from '@zhanggui/contract'
import {
  type CampaignPhase,
  type Decision,
  decide,
  isTrouble,
  type Occasion,
  planRun,
  type Reason,
  type RunPlan,
  subjectTypesOf,
} from '@zhanggui/playbooks'
import { and, eq, gte, inArray } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { auditedTransaction, type RecordChange } from '../../../admin/audit.ts'
import { localTime } from '../../../live/alerts/notices/local-time.ts'
import { phaseNow } from '../../../live/alerts/series/current-phase.ts'
import { readWorld, writeChanges } from '../bindings/index.ts'
import { type Guarded, guardedPrices, sayGuarded, withGuarded } from '../measured/guarded-prices.ts'
import { type Measured, readMeasured, withMeasured } from '../measured/index.ts'
import { findPlaybook } from '../records/list-playbooks.ts'
import { isPaused } from '../records/pause.ts'
import { PLAYBOOKS } from '../records/playbook-rows.ts'
import { playbookOf } from '../records/sentences.ts'
import { type PlaybookRow, playbookRuns, type RunState } from '../schema.ts'
import { asksOutside } from './settle-outside.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const ASK_MINUTES = 60

/** What set it off: the same cause makes one run, however often and from however many processes it is reported. */
export type Cause = { key: string; tags: Record<string, string>; value: number | null }

type Asked = {
  store: Store
  playbook: string
  cause: Cause
  phase: CampaignPhase | undefined
  now: Date
  /** What was measured before the transaction, and the prices that the guards would not let through. */
  measured: Measured
  guarded: Guarded
}

/** When it ran in the last day; what was held or refused does not count. */
async function readPast(tx: RecordTx, { store, playbook, now }: Asked) {
  const counted: RunState[] = ['shadow', 'waiting', 'applied', 'undone']
  const { state, at } = playbookRuns
  const rows = await tx
    .select({ state, at })
    .from(playbookRuns)
    .where(
      and(
        eq(playbookRuns.store, store.id),
        eq(playbookRuns.playbook, playbook),
        gte(at, new Date(now.getTime() - DAY_MS)),
        inArray(state, counted),
      ),
    )
  return {
    ranAt: rows.map((row) => Math.floor(row.at.getTime() / MINUTE_MS)),
    waiting: rows.some((row) => row.state === 'waiting'),
  }
}

export type Considered = { row: PlaybookRow; plan: RunPlan; decision: Decision }

/** What a playbook would do now, by what is so inside the transaction. */
export async function consider(tx: RecordTx, row: PlaybookRow, asked: Asked, forUpdate: boolean): Promise<Considered> {
  const { store, cause, phase, now } = asked
  const minute = Math.floor(now.getTime() / MINUTE_MS)
  const occasion: Occasion = { at: minute, tags: cause.tags, value: cause.value }
  const playbook = playbookOf(row.id, row.body)
  const kept = await readWorld(tx, { store: store.id, types: subjectTypesOf(playbook), now, forUpdate })
  const plan = planRun(playbook, withGuarded(withMeasured(kept, asked.measured), asked.guarded), occasion)
  const decided = decide(playbook, plan, {
    now: minute,
    localMinute: localTime(now, store.timezone).minuteOfDay,
    paused: await isPaused(tx, store.id),
    ...(await readPast(tx, asked)),
    ...(phase ? { phase } : {}),
  })
  return { row, plan, decision: sayGuarded(decided, asked.guarded) }
}

const STATES: Record<Decision['kind'], RunState> = { run: 'applied', ask: 'waiting', shadow: 'shadow', hold: 'held' }

function runValues({ row, plan, decision }: Considered, { store, cause, now, guarded }: Asked) {
  const asks = decision.kind === 'ask'
  const reason = decision.kind === 'hold' ? decision.reason : null
  const acts = decision.kind === 'run'
  return {
    store: store.id,
    playbook: row.id,
    version: row.version,
    nameZh: row.body.nameZh,
    nameEn: row.body.nameEn,
    causeKey: cause.key,
    at: now,
    state: STATES[decision.kind],
    tags: cause.tags,
    value: cause.value,
    reason: reason && { zh: reason.zh, en: reason.en },
    changes: [...plan.changes],
    tells: [...plan.tells],
    told: !acts || (plan.tells.length === 0 && !asksOutside(plan.changes)),
    cannot: [
      ...plan.actions.flatMap(({ cannot }) => (cannot ? [{ zh: cannot.zh, en: cannot.en }] : [])),
      ...guarded.values(),
    ],
    people: asks ? decision.people : 0,
    agreedBy: [],
    expiresAt: asks ? new Date(now.getTime() + (row.body.limits.askMinutes ?? ASK_MINUTES) * MINUTE_MS) : null,
    decidedAt: acts ? now : null,
    decidedBy: acts ? 'system' : null,
  }
}

async function settle(
  tx: RecordTx,
  record: RecordChange,
  considered: Considered,
  asked: Asked,
): Promise<number | null> {
  const values = runValues(considered, asked)
  const [run] = await tx.insert(playbookRuns).values(values).onConflictDoNothing().returning({ id: playbookRuns.id })
  if (!run) return null
  const { store, now } = asked
  const reason = `playbook-runs/${run.id}`
  if (values.state === 'applied')
    await writeChanges(tx, values.changes, { store: store.id, actor: 'system', reason, at: now })
  if (values.state !== 'held')
    await record({
      store: store.id,
      actor: 'system',
      action: values.state,
      subject: reason,
      after: { playbook: values.playbook, changes: values.changes, tells: values.tells },
    })
  return run.id
}

/** A run that was started or held; `trouble` when it should have acted and could not. */
export type Started = { run: number | null; state: RunState | null; trouble: Reason | null }

/** What is asked of a playbook now, with all that facts say of it: nothing of it is asked again while records are locked. */
export async function ask(context: Context, store: Store, playbook: string, cause: Cause): Promise<Asked> {
  const now = context.clock.now()
  const row = await findPlaybook(context, store.id, playbook)
  const types = subjectTypesOf(playbookOf(row.id, row.body))
  const measured = await readMeasured(context, { store, types, now })
  const phase = await phaseNow(context, store, now)
  const asked = { store, playbook, cause, phase, now, measured, guarded: new Map() }
  if (!types.includes('price')) return asked
  const { plan } = await context.records.transaction((tx) => consider(tx, row, asked, false))
  return { ...asked, guarded: await guardedPrices(context, store, plan.changes) }
}

/**
 * Lets a playbook act on a cause once: it is planned, decided, written and put on record in one transaction, so that a crash
 * leaves all of it or nothing. What it tells goes out afterwards, from the record. Shape: run null where the cause had its
 * run already. Errors: throws `not_found`.
 */
export async function startRun(context: Context, store: Store, playbook: string, cause: Cause): Promise<Started> {
  const asked = await ask(context, store, playbook, cause)
  return auditedTransaction(context, async (tx, record) => {
    const row = await PLAYBOOKS.lock(tx, { store: store.id, id: playbook })
    const considered = await consider(tx, row, asked, true)
    const { decision } = considered
    const run = await settle(tx, record, considered, asked)
    const reason = decision.kind === 'hold' ? decision.reason : null
    return {
      run,
      state: run === null ? null : STATES[decision.kind],
      trouble: reason && isTrouble(reason) ? reason : null,
    }
  })
}
