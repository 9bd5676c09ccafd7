import { type BusinessDay, err, ok } from '@zhanggui/kernel'
import { count, day, money, sku, skus, text, type ValuesOf } from '../programme/field.ts'
import { payableTo, transfer } from '../programme/ledger.ts'
import { happened, type Programme, type ProgrammeAnswer, type ProgrammeStep } from '../programme/programme.ts'
import { checkWindow, outsideWindow } from '../programme/window.ts'

const TERMS = {
  donee: text('受赠方', 'Donee', '某乡村振兴基金会'),
  skuIds: skus('参加商品', 'Items', ['item']),
  perUnitCents: money('每件捐赠', 'Donation a unit', 100, { min: 1 }),
  fromDay: day('开始日', 'First day', 0),
  throughDay: day('结束日（含）', 'Last day', 30),
}
type Terms = ValuesOf<typeof TERMS>
type Desk = { soldUnits: number; returnedUnits: number }
type State = { units: readonly { skuId: string; sold: number; returned: number }[]; moves: number }
type Answer = ProgrammeAnswer<Desk, State>

const SALE = {
  skuId: sku('商品', 'Item', 'item'),
  units: count('件数', 'Units', 1, { min: 1 }),
  paidDay: day('付款日', 'Day of payment', 0),
}
const RETURN = { skuId: sku('商品', 'Item', 'item'), units: count('件数', 'Units', 1, { min: 1 }) }
const NOTHING: State = { units: [], moves: 0 }

const unitsOf = ({ units }: State, skuId: string) =>
  units.find((line) => line.skuId === skuId) ?? { skuId, sold: 0, returned: 0 }

const withUnits = ({ units, moves }: State, line: State['units'][number]): State => ({
  units: [...units.filter(({ skuId }) => skuId !== line.skuId), line],
  moves: moves + 1,
})

/** Counted by the day of payment, so that a sale of the last day may be told later. */
function countSale(step: ProgrammeStep<Terms, Desk, State, typeof SALE>): Answer {
  const { terms, desk, caseId, command } = step
  const state = step.state ?? NOTHING
  const outside = outsideWindow(terms, command.paidDay as BusinessDay)
  if (outside) return err(outside)
  if (!terms.skuIds.includes(command.skuId)) return err({ code: 'not_taking_part' })
  const line = unitsOf(state, command.skuId)
  const after = withUnits(state, { ...line, sold: line.sold + command.units })
  const owed = { from: payableTo('donee'), to: 'donated', cents: terms.perUnitCents * command.units }
  return ok(
    happened(
      { desk: { ...desk, soldUnits: desk.soldUnits + command.units }, state: after },
      { entries: [transfer(`${caseId}/${after.moves}`, `售出 ${command.units} 件`, owed)] },
    ),
  )
}

/** Returns are taken back whenever they come, also after the last day. */
function countReturn({
  terms,
  desk,
  state,
  caseId,
  command,
}: ProgrammeStep<Terms, Desk, State, typeof RETURN>): Answer {
  const line = unitsOf(state ?? NOTHING, command.skuId)
  if (!state || line.returned + command.units > line.sold) return err({ code: 'more_than_sold' })
  const after = withUnits(state, { ...line, returned: line.returned + command.units })
  const back = { from: 'donated', to: payableTo('donee'), cents: terms.perUnitCents * command.units }
  return ok(
    happened(
      { desk: { ...desk, returnedUnits: desk.returnedUnits + command.units }, state: after },
      { entries: [transfer(`${caseId}/${after.moves}`, `退回 ${command.units} 件`, back)] },
    ),
  )
}

const netUnits = ({ soldUnits, returnedUnits }: Desk): number => soldUnits - returnedUnits
const sold = ({ units }: State): number => units.reduce((sum, line) => sum + line.sold, 0)
const returned = ({ units }: State): number => units.reduce((sum, line) => sum + line.returned, 0)

/** 每件捐 (助农): so much for every item that was sold and kept; returns are taken back; payouts are published. */
export const donation: Programme<Terms, Desk, State> = {
  programme: 'donation',
  zh: '每件捐',
  en: 'Donation per item',
  about: {
    zh: '每卖出一件捐一笔，退货冲回，付款凭证与台账对外公示。',
    en: 'So much for every item sold and kept; returns are taken back; ledger and payouts are published.',
  },
  caseName: { zh: '订单号', en: 'Order' },
  terms: TERMS,
  commands: {
    countSale: { zh: '计入售出', en: 'Count a sale', needsBuyer: false, opens: 'any', fields: SALE, play: countSale },
    countReturn: {
      zh: '计入退货',
      en: 'Count a return',
      needsBuyer: false,
      opens: 'no',
      fields: RETURN,
      play: countReturn,
    },
  },
  statuses: { counted: { zh: '已计入', en: 'Counted' }, returned: { zh: '已全部退回', en: 'All returned' } },
  accounts: ({ donee }) => ({
    donated: { zh: '公益捐赠支出', en: 'Donations' },
    'payable/donee': { zh: `应付 ${donee}`, en: `Owed to ${donee}` },
  }),
  check: checkWindow,
  start: () => ({ soldUnits: 0, returnedUnits: 0 }),
  tick: ({ desk, state }) => happened({ desk, state }),
  statusOf: (state) => (sold(state) === returned(state) ? 'returned' : 'counted'),
  published: (terms, desk) => [
    { zh: '受赠方', en: 'Donee', unit: 'text', value: terms.donee, isDetail: true },
    { zh: '每件捐赠', en: 'Donation a unit', unit: 'money', value: terms.perUnitCents },
    { zh: '售出件数', en: 'Units sold', unit: 'count', value: desk.soldUnits },
    { zh: '退回件数', en: 'Units returned', unit: 'count', value: desk.returnedUnits },
    { zh: '捐赠总额', en: 'Donated', unit: 'money', value: netUnits(desk) * terms.perUnitCents },
  ],
  caseFacts: ({ terms, state }) => [
    { zh: '售出件数', en: 'Units sold', unit: 'count', value: sold(state) },
    { zh: '退回件数', en: 'Units returned', unit: 'count', value: returned(state) },
    { zh: '捐赠', en: 'Donation', unit: 'money', value: (sold(state) - returned(state)) * terms.perUnitCents },
  ],
  collects: { kind: 'items' },
  isDrawn: () => false,
}
