import type { RetentionRule, RetentionRun, SetRetention, Store } from '@zhanggui/contract'
import { addDays, type BusinessDay, businessDayOf } from '@zhanggui/kernel'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { takeTurn } from '../../data/publish-lock.ts'
import { audit, auditedTransaction } from '../audit.ts'
import { countRows, detachRows, type RowsOf, removeRows } from './detach-rows.ts'
import { dayOf, PEOPLE_TABLES, type PeopleTable } from './people-tables.ts'
import { retentionRules } from './schema.ts'

async function daysByTable(context: Context, store: string): Promise<Map<string, number>> {
  const rows = await context.records.db.select().from(retentionRules).where(eq(retentionRules.store, store))
  return new Map(rows.map(({ table, days }) => [table, days]))
}

const toRule = (table: PeopleTable, days: number | null): RetentionRule => ({
  table: table.name,
  meaning: table.meaning,
  purposeZh: table.person.purposeZh,
  purposeEn: table.person.purposeEn,
  effect: table.person.retention,
  days,
})

/** What is kept of people, what for and how long. */
export async function listRetention(context: Context, store: string): Promise<RetentionRule[]> {
  const days = await daysByTable(context, store)
  return PEOPLE_TABLES.map((table) => toRule(table, days.get(table.name) ?? null))
}

/** Says how long a table keeps people; nothing goes before `runRetention`. Errors: `not_found` for another table. */
export async function setRetention(
  context: Context,
  store: string,
  { table: name, days, reason = '' }: SetRetention & { table: string },
  { actor }: { actor: string },
): Promise<RetentionRule> {
  const table = PEOPLE_TABLES.find((known) => known.name === name)
  if (!table) throw new ApiFailure('not_found', { what: `retention/${name}` })
  return auditedTransaction(context, async (tx, record) => {
    const own = and(eq(retentionRules.store, store), eq(retentionRules.table, name))
    const [current] = await tx.select().from(retentionRules).where(own).for('update')
    await tx.delete(retentionRules).where(own)
    if (days !== null) await tx.insert(retentionRules).values({ store, table: name, days })
    const [before, after] = [{ days: current?.days ?? null }, { days }]
    await record({ store, actor, action: 'update', subject: `retention/${name}`, before, after, reason })
    return toRule(table, days)
  })
}

const olderThan = (store: string, table: PeopleTable, before: BusinessDay): RowsOf => ({
  store,
  where: `${dayOf(table)} < {before:Date}`,
  params: { before },
})

async function apply(context: Context, table: PeopleTable, rows: RowsOf): Promise<void> {
  if (table.person.retention === 'detach') await detachRows(context, table, rows)
  else await removeRows(context, table, rows)
}

/**
 * Lets go of people whose rows are older than the shop keeps them: business days before today less the rule's days. Without
 * `apply` it only counts. Rows without a person stay in any case.
 */
export async function runRetention(
  context: Context,
  store: Store,
  { apply: applied, actor }: { apply: boolean; actor: string },
): Promise<RetentionRun> {
  const today = businessDayOf(context.clock.now(), store.timezone)
  const days = await daysByTable(context, store.id)
  const tables = await takeTurn(store.id, async () => {
    const done: RetentionRun['tables'] = []
    for (const table of PEOPLE_TABLES) {
      const kept = days.get(table.name)
      if (kept === undefined) continue
      const before = addDays(today, -kept)
      const rows = olderThan(store.id, table, before)
      const found = await countRows(context, table, rows)
      if (applied && found > 0) await apply(context, table, rows)
      done.push({ table: table.name, effect: table.person.retention, before, rows: found })
    }
    return done
  })
  if (applied)
    await audit(context, { store: store.id, actor, action: 'retention', subject: 'retention/run', after: { tables } })
  return { applied, tables }
}
