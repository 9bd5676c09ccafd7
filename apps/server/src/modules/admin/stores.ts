import { CreateStore, type Store, UpdateStore } from '@zhanggui/contract'
import { isBusinessDay } from '@zhanggui/kernel'
import { asc, eq } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { ApiFailure } from '../../http/api-failure.ts'
import { parseInput } from '../../http/parse-input.ts'
import { auditedTransaction } from './audit.ts'
import { stores } from './schema.ts'

/** A shop as everybody sees it. */
export const toStore = (row: typeof stores.$inferSelect): Store => ({ ...row, createdAt: row.createdAt.toISOString() })

/** Every shop of the installation, by id. */
export async function listStores(context: Context): Promise<Store[]> {
  return (await context.records.db.select().from(stores).orderBy(asc(stores.id))).map(toStore)
}

/** Null when there is no such shop. */
export async function findStore(context: Context, id: string): Promise<Store | null> {
  const [row] = await context.records.db.select().from(stores).where(eq(stores.id, id))
  return row ? toStore(row) : null
}

/** Errors: throws `unknown_store`. */
export async function getStore(context: Context, id: string): Promise<Store> {
  const store = await findStore(context, id)
  if (!store) throw new ApiFailure('unknown_store', { store: id })
  return store
}

/**
 * Adds a shop.
 * Errors: throws `invalid_request` for a bad id, name, currency, time zone or day, and `store_exists`.
 * @example createStore(context, { id: 'flagship', name: '旗舰店' }, { actor: 'cli' })
 */
export async function createStore(
  context: Context,
  input: CreateStore,
  options: { actor: string; demo?: boolean },
): Promise<Store> {
  const fields = parseInput(CreateStore, input)
  checkTimezone(fields.timezone)
  checkDay('foundedDay', fields.foundedDay)
  const row = { ...fields, demo: options.demo ?? false, createdAt: context.clock.now() }
  return auditedTransaction(context, async (tx, record) => {
    const [added] = await tx.insert(stores).values(row).onConflictDoNothing().returning()
    if (!added) throw new ApiFailure('store_exists', { store: fields.id })
    const store = toStore(added)
    await record({
      store: store.id,
      actor: options.actor,
      action: 'create',
      subject: `stores/${store.id}`,
      after: store,
    })
    return store
  })
}

/** Changes what may change about a shop. Errors: throws `unknown_store` and `invalid_request`. */
export async function updateStore(
  context: Context,
  id: string,
  input: UpdateStore,
  options: { actor: string },
): Promise<Store> {
  const fields = parseInput(UpdateStore, input)
  checkDay('foundedDay', fields.foundedDay)
  return auditedTransaction(context, async (tx, record) => {
    const [current] = await tx.select().from(stores).where(eq(stores.id, id)).for('update')
    if (!current) throw new ApiFailure('unknown_store', { store: id })
    const store = toStore({ ...current, ...fields })
    await tx.update(stores).set(fields).where(eq(stores.id, id))
    const [before, subject] = [toStore(current), `stores/${id}`]
    await record({ store: id, actor: options.actor, action: 'update', subject, before, after: store })
    return store
  })
}

function checkTimezone(timezone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone })
  } catch (cause) {
    const where = `timezone: "${timezone}" (IANA, e.g. Asia/Shanghai)`
    throw new ApiFailure('invalid_request', { where }, { cause })
  }
}

function checkDay(field: string, day: string | null): void {
  if (day !== null && !isBusinessDay(day))
    throw new ApiFailure('invalid_request', { where: `${field}: "${day}" (YYYY-MM-DD)` })
}
