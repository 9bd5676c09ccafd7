import { countKept, type Kept, type ReadStep, readClock } from '@zhanggui/clocks'
import type { ClockReport, ClockReportQuery, Store } from '@zhanggui/contract'
import { ratio } from '@zhanggui/kernel'
import { and, asc, eq, gte, lt } from 'drizzle-orm'
import type { z } from 'zod'
import type { Context } from '../../../context.ts'
import { type StoredClock, withEvents } from './clock-rows.ts'
import { startOfDay } from './duty/start-of-day.ts'
import { namesByActor } from './people-names.ts'
import { clocks } from './schema.ts'

type Asked = z.output<typeof ClockReportQuery>
type Row = ClockReport['rows'][number]
type Named = Pick<Row, 'key' | 'nameZh' | 'nameEn' | 'step'>

const NOBODY: Pick<Row, 'nameZh' | 'nameEn'> = { nameZh: '无负责人', nameEn: 'Nobody' }

const byLadder = ({ clock }: StoredClock, { step, nameZh, nameEn }: ReadStep): Named => ({
  key: clock.policy.id,
  nameZh: `${clock.policy.nameZh} · ${nameZh}`,
  nameEn: `${clock.policy.nameEn}: ${nameEn}`,
  step,
})

const byOwner =
  (names: ReadonlyMap<string, string>) =>
  ({ row: { owner } }: StoredClock): Named => {
    const name = owner === null ? undefined : (names.get(owner) ?? owner)
    return { key: owner ?? '', ...(name === undefined ? NOBODY : { nameZh: name, nameEn: name }), step: null }
  }

const toRow = (named: Named, counts: Kept): Row => ({
  ...named,
  ...counts,
  share: ratio(counts.kept, counts.kept + counts.late),
})

/** How many steps were in time, of the clocks that began in a range of business days, by ladder and step or by owner. */
export async function readReport(context: Context, store: Store, asked: Asked): Promise<ClockReport> {
  const { db } = context.records
  const began = and(
    gte(clocks.startedAt, startOfDay(asked.from, store)),
    lt(clocks.startedAt, startOfDay(asked.to, store)),
  )
  const rows = await db
    .select()
    .from(clocks)
    .where(and(eq(clocks.store, store.id), began))
    .orderBy(asc(clocks.startedAt), asc(clocks.id))
  const names = await namesByActor(
    context,
    rows.map(({ owner }) => owner),
  )
  const now = context.clock.now().getTime()
  const nameOf = asked.by === 'owner' ? byOwner(names) : byLadder
  const named = new Map<string, Named>()
  const steps = (await withEvents(db, rows)).flatMap((stored) =>
    readClock(stored.clock, now).steps.map((step) => {
      const entry = nameOf(stored, step)
      const key = `${entry.key}/${entry.step ?? ''}`
      named.set(key, entry)
      return { key, step }
    }),
  )
  const counts = countKept(steps)
  return {
    rows: [...named].flatMap(([key, entry]) => {
      const counted = counts.get(key)
      return counted ? [toRow(entry, counted)] : []
    }),
  }
}
