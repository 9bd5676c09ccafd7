import type { Collected, Store } from '@zhanggui/contract'
import type { Collected as Declared } from '@zhanggui/gameplay'
import { and, asc, gt } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { auditedTransaction } from '../../../admin/audit.ts'
import type { ResourceCaller } from '../../../admin/resources/resource-access.ts'
import { tickCases } from '../cases/tick-cases.ts'
import { lockProgramme, ofProgramme } from '../records/programme-rows.ts'
import { type CaseRow, type ProgrammeRow, programmeCases } from '../schema.ts'
import { enrolCarts } from './enrol-carts.ts'
import { takeOwnStep } from './own-step.ts'
import { type DayPaid, readPurchases } from './read-purchases.ts'
import { readRedeemed } from './read-redeemed.ts'

/** Cases of one transaction and of one question to the facts. */
const AT_ONCE = 500

type Purchases = Extract<Declared<unknown, unknown>, { kind: 'purchases' }>
type Given = { row: ProgrammeRow; collects: Purchases }
type Counted = { people: number; bought: number; paidCents: number }

const casesAfter = (context: Context, { store, id }: ProgrammeRow, number: number): Promise<CaseRow[]> =>
  context.records.db
    .select()
    .from(programmeCases)
    .where(and(ofProgramme(programmeCases, { store, programme: id }), gt(programmeCases.number, number)))
    .orderBy(asc(programmeCases.number))
    .limit(AT_ONCE)

/** What the buyer of each case paid within its own days. */
async function paidOf(context: Context, { row, collects }: Given, cases: readonly CaseRow[]) {
  const days = new Map(cases.map(({ id, state }) => [id, collects.daysOf(row.terms, state)]))
  const all = [...days.values()]
  const fromDay = all.map((one) => one.fromDay).sort()[0] ?? ''
  const throughDay =
    all
      .map((one) => one.throughDay)
      .sort()
      .at(-1) ?? ''
  const buyers = cases.map(({ buyer }) => buyer)
  const byBuyer = Map.groupBy(await readPurchases(context, row.store, { buyers, fromDay, throughDay }), (p) => p.buyer)
  return cases.map(({ id, buyer }) => {
    const own = days.get(id)
    const isWithin = ({ day }: DayPaid) => own !== undefined && own.fromDay <= day && day <= own.throughDay
    const paid = (byBuyer.get(buyer) ?? []).filter(isWithin)
    return { caseId: id, paidCents: paid.reduce((sum, { paidCents }) => sum + paidCents, 0) }
  })
}

/**
 * Counts what the people of a programme bought in their days, from the shop's own orders. Told in all for each, so the same
 * again changes nothing. Carts that wait come in first where the kind seeks them.
 */
export async function collectPurchases(
  context: Context,
  caller: ResourceCaller,
  store: Store,
  given: Given,
): Promise<Collected> {
  const { row, collects } = given
  const { carts, command: name } = collects
  const enrolled = carts ? await enrolCarts(context, caller, store, { row, carts }) : 0
  const counted: Counted = { people: 0, bought: 0, paidCents: 0 }
  const key = { store: store.id, programme: row.id }
  let cases = await casesAfter(context, row, 0)
  while (cases.length > 0) {
    const paid = await paidOf(context, given, cases)
    await auditedTransaction(context, async (tx, record) => {
      const before = await lockProgramme(tx, key)
      let held = before
      const redeemed = collects.countsCoupons ? await readRedeemed(tx, key, paid) : null
      for (const { caseId, paidCents } of paid) {
        const values = { paidCents, ...(redeemed && { redeemedCents: redeemed.get(caseId) ?? 0 }) }
        const step = { name, caseId, values }
        held = (await takeOwnStep(context, tx, { store, row: held, step }))?.programme ?? held
      }
      if (JSON.stringify(held.desk) === JSON.stringify(before.desk)) return
      const after = { people: paid.length, paidCents: paid.reduce((sum, one) => sum + one.paidCents, 0) }
      await record({ store: store.id, actor: caller.actor, action: 'collect', subject: `programmes/${row.id}`, after })
    })
    counted.people += paid.length
    counted.bought += paid.filter(({ paidCents }) => paidCents > 0).length
    counted.paidCents += paid.reduce((sum, { paidCents }) => sum + paidCents, 0)
    cases = await casesAfter(context, row, cases.at(-1)?.number ?? 0)
  }
  // After the counting: what settles by time alone counts what was bought first.
  await tickCases(context, store, row.id)
  return { kind: 'purchases', enrolled, ...counted }
}
