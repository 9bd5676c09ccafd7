import type { Store } from '@zhanggui/contract'
import { addDays, businessDayOf } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { readAllGoods } from '../../promotions/price/read-goods.ts'
import { playProgramme } from '../../promotions/programmes/cases/play-programme.ts'
import { listKinds } from '../../promotions/programmes/list-kinds.ts'
import { createProgramme } from '../../promotions/programmes/records/create-programme.ts'
import { listProgrammes } from '../../promotions/programmes/records/list-programmes.ts'
import { PROGRAMME_APPROVAL } from '../../promotions/programmes/records/open-programme.ts'

type At = { context: Context; caller: ResourceCaller; store: Store }
type Made = { id: string; name: string; kind: string; terms?: object }
type Step = readonly [command: string, caseId: string, buyer: number, values?: object]

/** A trade-in in each of its states: settled to the buyer, waiting for the buyer's word, on its way, not sent yet. */
const TRADE_INS: readonly Step[] = [
  ...[1, 2, 3, 4].map(
    (n): Step => ['quote', `demo-trade-${n}`, n, { model: 'phone-12', grade: n === 1 ? '有划痕' : '良好' }],
  ),
  ...[1, 2, 3].map((n): Step => ['send', `demo-trade-${n}`, 0, { tracking: `SF00${n}` }]),
  ['inspect', 'demo-trade-1', 0, { grade: '良好' }],
  ['inspect', 'demo-trade-2', 0, { grade: '有划痕' }],
]

const APPLICATIONS: readonly Step[] = [1, 2, 3, 4, 5].map((n) => ['apply', `demo-trial-${n}`, n])

const GOODS = 5

/** Four goods of the shop at the worth and cost of the samples, and a fifth as the hidden one. */
const boxTerms = (skuIds: readonly string[], sample: readonly object[]): object => ({
  items: sample.map((item, i) => ({ ...item, skuId: skuIds[i] })),
  hiddenSkuId: skuIds.at(-1),
})

/** With the sample terms of its kind, and what the shop says otherwise. */
async function create({ context, caller, store }: At, { kind, terms, ...made }: Made): Promise<void> {
  const { start } = listKinds(context, store).find((one) => one.kind === kind) ?? {}
  await createProgramme(context, caller, { ...made, kind, terms: { ...start, ...terms } })
}

/** Opens it as an approval does: the demo is made before there are people who could approve. */
async function open({ context, caller }: At, { id, name }: Made): Promise<void> {
  const payload = { programme: id, name, kindZh: '', kindEn: '', terms: [] }
  await auditedTransaction(context, (tx, record) =>
    PROGRAMME_APPROVAL.perform(context, tx, { payload, asker: caller, reason: 'demo', record }),
  )
}

async function run(at: At, made: Made, steps: readonly Step[] = []): Promise<void> {
  await create(at, made)
  await open(at, made)
  for (const [command, caseId, buyer, values = {}] of steps) {
    const about = buyer === 0 ? {} : { buyerId: `demo-member-${buyer}` }
    const play = { commandId: `${command}:${caseId}`, command, caseId, values, ...about }
    await playProgramme(at.context, at.caller, at.store, { programme: made.id, play })
  }
}

/** Any goods that have a price. */
async function someGoods({ context, store }: At): Promise<string[]> {
  const goods = await readAllGoods(context, store.id, { at: context.clock.now() })
  return [...goods.values()]
    .filter(({ unitCents }) => unitCents !== null && unitCents > 0)
    .slice(0, GOODS)
    .map(({ skuId }) => skuId)
}

/**
 * Gives the demo shop a trade-in with cases in each state, a donation that is ready to be counted from its orders, a trial that
 * people apply for, and a blind box as a draft. Safe to repeat.
 */
export async function saveDemoProgrammes(
  context: Context,
  { store, actor }: { store: Store; actor: string },
): Promise<void> {
  if ((await listProgrammes(context, store)).length > 0) return
  const at: At = { context, store, caller: { store: store.id, actor, role: 'owner' } }
  const skuIds = await someGoods(at)
  const [skuId] = skuIds
  if (skuId === undefined || skuIds.length < GOODS) return
  const today = businessDayOf(context.clock.now(), store.timezone)
  const { start } = listKinds(context, store).find(({ kind }) => kind === 'blindBox') ?? {}
  const box = boxTerms(skuIds, (start?.items ?? []) as readonly object[])
  await create(at, { id: 'new-year-box', name: '年货盲盒（草稿）', kind: 'blindBox', terms: box })
  await run(at, { id: 'phone-trade-in', name: '旧机换新', kind: 'tradeIn', terms: { perBuyerMax: 2 } }, TRADE_INS)
  await run(at, { id: 'cream-trial', name: '新品试用', kind: 'trial', terms: { skuId, places: 2 } }, APPLICATIONS)
  const terms = { skuIds: skuIds.slice(0, 3), fromDay: addDays(today, -90) }
  await run(at, { id: 'one-yuan', name: '每件捐一元', kind: 'donation', terms })
}
