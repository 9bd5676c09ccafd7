import type { ErasePerson, ErasureReport, Store } from '@zhanggui/contract'
import { assert } from '@zhanggui/kernel'
import { and, eq, inArray } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { takeTurn } from '../../data/publish-lock.ts'
import { imports } from '../../data/schema.ts'
import { forgetKeptKeys } from '../../insight/remembered/kept-keys.ts'
import { forgetBuyer } from '../../promotions/forget-buyer.ts'
import { forgetRespondent } from '../../review/surveys/forget-respondent.ts'
import { forgetOrderBuyer } from '../../trade/life/forget-order-buyer.ts'
import { auditedTransaction } from '../audit.ts'
import { countRows, detachRows, removeRows, rowsOfPerson } from './detach-rows.ts'
import { knownBackups } from './known-backups.ts'
import { namesOneOf } from './mask-identifiers.ts'
import { PEOPLE_TABLES, type PeopleTable } from './people-tables.ts'
import { hashPeople, type KnownPerson } from './person-hash.ts'
import { purgeFiles } from './purge-files.ts'
import { forgottenPeople } from './schema.ts'

/** Imports that have read rows, or will, with the list as it was before. */
const OPEN_IMPORTS = ['queued', 'reading', 'checking', 'publishing', 'interrupted'] as const

/** A batch of events that was under way when the list changed may land once; it does not land twice. */
const PASSES_MAX = 5

async function refuseOpenImports(context: Context, store: string): Promise<void> {
  const open = await context.records.db
    .select({ id: imports.id })
    .from(imports)
    .where(and(eq(imports.store, store), inArray(imports.state, [...OPEN_IMPORTS])))
  if (open.length > 0) throw new ApiFailure('imports_open', { imports: open.map(({ id }) => id).join(', ') })
}

/** From here on every arriving row of these people is taken in without them. */
function enlist(
  context: Context,
  store: string,
  people: readonly KnownPerson[],
  { actor, reason }: { actor: string; reason: string },
): Promise<void> {
  const at = context.clock.now()
  return auditedTransaction(context, async (tx, record) => {
    for (const { name } of people) {
      const row = { store, person: name, forgottenAt: at, forgottenBy: actor }
      await tx.insert(forgottenPeople).values(row).onConflictDoNothing()
    }
    await record(
      ...people.map(({ name }) => ({ store, actor, action: 'erase', subject: `people/${name}`, before: null, reason })),
    )
  })
}

async function forgetInTable(
  context: Context,
  store: string,
  table: PeopleTable,
  { hash }: KnownPerson,
): Promise<number> {
  const rows = await rowsOfPerson(context, store, table, hash)
  let detached = 0
  for (let pass = 0; pass < PASSES_MAX; pass++) {
    detached += await detachRows(context, table, rows)
    if ((await countRows(context, table, rows)) === 0) return detached
  }
  await removeRows(context, table, rows)
  assert((await countRows(context, table, rows)) === 0, 'no row says any more who it was')
  return detached
}

/**
 * Forgets a person in everything that an installation keeps of a shop (P13.09): facts stay without the person, so that money
 * and counts are what they were; uploads, spooled parts and quoted values go; rows that arrive later are taken in without
 * them. The trail keeps another keyed hash and the reason. Safe to repeat; after a crash it is repeated.
 * Errors: `invalid_request` for an identifier that says nothing or a reason that holds one, `imports_open` while an import of
 * the shop has not ended.
 */
export async function erasePerson(
  context: Context,
  store: Store,
  { identifiers, reason }: ErasePerson,
  { actor }: { actor: string },
): Promise<ErasureReport> {
  if (namesOneOf(identifiers, reason)) throw new ApiFailure('invalid_request', { where: 'reason: holds an identifier' })
  const people = hashPeople(context, store.id, identifiers)
  await refuseOpenImports(context, store.id)
  await enlist(context, store.id, people, { actor, reason })
  for (const { hash } of people) await forgetBuyer(context, store.id, hash)
  for (const { hash } of people) await forgetOrderBuyer(context, store.id, hash)
  for (const { hash } of people) await forgetRespondent(context, store.id, hash)
  const tables = await takeTurn(store.id, async () => {
    const report: ErasureReport['tables'] = []
    for (const table of PEOPLE_TABLES) {
      let detached = 0
      for (const person of people) detached += await forgetInTable(context, store.id, table, person)
      report.push({ table: table.name, detached, cleared: [table.person.column, ...table.person.blank] })
    }
    return report
  })
  await forgetKeptKeys(context)
  const { files, originals } = await purgeFiles(context, store.id, identifiers)
  return { people: people.map(({ name }) => name), tables, files, backups: await knownBackups(context), originals }
}
