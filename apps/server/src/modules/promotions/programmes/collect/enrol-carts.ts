import type { Store } from '@zhanggui/contract'
import type { Collected } from '@zhanggui/gameplay'
import { businessDayOf } from '@zhanggui/kernel'
import { sql } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { auditedTransaction } from '../../../admin/audit.ts'
import type { ResourceCaller } from '../../../admin/resources/resource-access.ts'
import { knowBuyer } from '../cases/know-buyer.ts'
import { lockProgramme, ofProgramme } from '../records/programme-rows.ts'
import { type ProgrammeRow, programmeCases } from '../schema.ts'
import { takeOwnStep } from './own-step.ts'
import { readWaitingCarts, type WaitingCart } from './read-waiting-carts.ts'

/** People that one call enrols; more wait for the next. A coupon a person, so a hold on the programme stays short. */
const AT_ONCE = 200

type Carts = NonNullable<Extract<Collected<unknown, unknown>, { kind: 'purchases' }>['carts']>

/** Everybody a case of the programme is about already. */
async function knownBuyers(context: Context, { store, id }: ProgrammeRow): Promise<ReadonlySet<string>> {
  const rows = await context.records.db
    .select({ buyer: programmeCases.buyer })
    .from(programmeCases)
    .where(ofProgramme(programmeCases, { store, programme: id }))
  return new Set(rows.map(({ buyer }) => buyer))
}

/** Shape: how many came in. Whoever the terms do not allow, for want of budget, say, is left out and may come next time. */
async function enrolAll(
  context: Context,
  caller: ResourceCaller,
  store: Store,
  given: { row: ProgrammeRow; command: string; waiting: readonly WaitingCart[] },
): Promise<number> {
  const { command: name, waiting } = given
  const key = { store: store.id, programme: given.row.id }
  const at = context.clock.now()
  const people = await Promise.all(
    waiting.map(async (cart) => {
      const person = { store: store.id, buyer: cart.buyer, marks: [], at }
      return { cart, known: await knowBuyer(context, person) }
    }),
  )
  return auditedTransaction(context, async (tx, record) => {
    let row = await lockProgramme(tx, key)
    const [last] = await tx
      .select({ number: sql<number>`count(*)::int` })
      .from(programmeCases)
      .where(ofProgramme(programmeCases, key))
    let enrolled = 0
    for (const { cart, known } of people) {
      const { buyer: hash, ...values } = cart
      const caseId = `cart-${(last?.number ?? 0) + enrolled + 1}`
      const taken = await takeOwnStep(context, tx, { store, row, step: { name, caseId, values, hash, known } })
      if (!taken) continue
      row = taken.programme
      enrolled++
    }
    const subject = `programmes/${key.programme}`
    if (enrolled > 0)
      await record({ store: store.id, actor: caller.actor, action: 'enrol', subject, after: { enrolled } })
    return enrolled
  })
}

/** Enrols people whose carts have waited, as the shop's own events tell. Shape: how many came in. */
export async function enrolCarts(
  context: Context,
  caller: ResourceCaller,
  store: Store,
  { row, carts }: { row: ProgrammeRow; carts: Carts },
): Promise<number> {
  const today = businessDayOf(context.clock.now(), store.timezone)
  const sought = row.closedAt ? null : carts.seek(row.terms, today)
  if (!sought) return 0
  const known = await knownBuyers(context, row)
  const found = await readWaitingCarts(context, store.id, { ...sought, limit: AT_ONCE + known.size })
  const waiting = found.filter(({ buyer }) => !known.has(buyer)).slice(0, AT_ONCE)
  return waiting.length === 0 ? 0 : enrolAll(context, caller, store, { row, command: carts.command, waiting })
}
