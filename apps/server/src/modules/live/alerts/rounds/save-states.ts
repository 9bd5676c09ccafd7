import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { alertFirings, alertRules, alertStates } from '../schema.ts'
import type { JudgedRule, JudgedSlice } from './judge-rule.ts'

/** Rows in one INSERT; a statement carries at most 65,535 values. */
export const INSERT_ROWS = 2000

export const inChunks = async <T>(rows: readonly T[], work: (chunk: T[]) => Promise<unknown>): Promise<void> => {
  for (let i = 0; i < rows.length; i += INSERT_ROWS) await work(rows.slice(i, i + INSERT_ROWS))
}

const UNJUDGED: ReadonlySet<string> = new Set(['noData', 'noBaseline', 'tooFewPoints'])

/** What the page says of a slice: one that could not be judged is not shown as fine, whatever its policy makes of it. */
const shownState = ({ evaluation: { state, evidence } }: JudgedSlice): 'ok' | 'firing' | 'noData' =>
  state === 'ok' && UNJUDGED.has(evidence.reason) ? 'noData' : state

const hasChanged = (slice: JudgedSlice): boolean =>
  !slice.before ||
  slice.before.state !== shownState(slice) ||
  JSON.stringify(slice.before.memory) !== JSON.stringify(slice.evaluation.memory)

/**
 * Those rules that nobody judged or changed since they were read: where two server processes look at the same moment, the one that
 * comes second has nothing to add. Called with the shop locked.
 */
export async function stillUnjudged(tx: RecordTx, store: string, judged: readonly JudgedRule[]): Promise<JudgedRule[]> {
  const { id, version, evaluatedAt } = alertRules
  const rows = await tx.select({ id, version, evaluatedAt }).from(alertRules).where(eq(alertRules.store, store))
  const now = new Map(rows.map((row) => [row.id, row]))
  return judged.filter(({ rule }) => {
    const known = now.get(rule.id)
    return known?.version === rule.version && known.evaluatedAt?.getTime() === rule.evaluatedAt?.getTime()
  })
}

async function saveRule(tx: RecordTx, { rule, problem }: JudgedRule, now: Date): Promise<void> {
  // A rule that was changed while it was judged is judged again at once, under its new version.
  const same = and(eq(alertRules.store, rule.store), eq(alertRules.id, rule.id), eq(alertRules.version, rule.version))
  await tx.update(alertRules).set({ evaluatedAt: now, problem }).where(same)
}

/** Where every slice stands now. Only what changed is written: most rounds change nothing. */
export async function saveStates(tx: RecordTx, judged: readonly JudgedRule[], now: Date): Promise<void> {
  for (const one of judged) await saveRule(tx, one, now)
  const changed = judged.flatMap(({ rule, slices }) =>
    slices.filter(hasChanged).map((one) => ({
      store: rule.store,
      rule: rule.id,
      slice: one.slice,
      tags: one.tags,
      memory: one.evaluation.memory,
      state: shownState(one),
      evaluatedAt: now,
    })),
  )
  await inChunks(changed, (chunk) =>
    tx
      .insert(alertStates)
      .values(chunk)
      .onConflictDoUpdate({
        target: [alertStates.store, alertStates.rule, alertStates.slice],
        set: { memory: sql`excluded.memory`, state: sql`excluded.state`, evaluatedAt: sql`excluded.evaluated_at` },
      }),
  )
  for (const { rule, gone } of judged)
    await inChunks(gone, (chunk) =>
      tx.delete(alertStates).where(
        and(
          eq(alertStates.store, rule.store),
          eq(alertStates.rule, rule.id),
          inArray(
            alertStates.slice,
            chunk.map(({ slice }) => slice),
          ),
        ),
      ),
    )
}

/** Slices that do not fire any more. */
const endedSlices = ({ slices, gone }: JudgedRule): string[] => [
  ...slices
    .filter(({ before, evaluation }) => before?.memory.firingSince != null && evaluation.memory.firingSince === null)
    .map(({ slice }) => slice),
  ...gone.filter(({ memory }) => memory.firingSince !== null).map(({ slice }) => slice),
]

/** Ends what fires no more, and what belongs to rules that are off or gone. */
export async function endFirings(tx: RecordTx, store: string, judged: readonly JudgedRule[], now: Date): Promise<void> {
  const running = and(eq(alertFirings.store, store), isNull(alertFirings.endedAt))
  for (const one of judged)
    await inChunks(endedSlices(one), (chunk) =>
      tx
        .update(alertFirings)
        .set({ endedAt: now })
        .where(and(running, eq(alertFirings.rule, one.rule.id), inArray(alertFirings.slice, chunk))),
    )
  const watching = sql`(SELECT ${alertRules.id} FROM ${alertRules} WHERE ${alertRules.store} = ${store} AND ${alertRules.enabled})`
  const off = await tx
    .update(alertFirings)
    .set({ endedAt: now })
    .where(and(running, sql`${alertFirings.rule} NOT IN ${watching}`))
    .returning({ rule: alertFirings.rule })
  const rules = [...new Set(off.map(({ rule }) => rule))]
  if (rules.length > 0)
    await tx.delete(alertStates).where(and(eq(alertStates.store, store), inArray(alertStates.rule, rules)))
}
