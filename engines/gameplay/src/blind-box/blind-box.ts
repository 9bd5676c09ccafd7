import { err, ok } from '@zhanggui/kernel'
import { DRAW_LIMITS } from '../draw/draw.ts'
import type { SettingProblem } from '../game/game.ts'
import { problem, wholeBetween } from '../game/settings.ts'
import { count, flag, money, odds, percent, rows, sku, type ValuesOf } from '../programme/field.ts'
import { entry, reversal } from '../programme/ledger.ts'
import {
  type Fact,
  happened,
  type Programme,
  type ProgrammeAnswer,
  type ProgrammeStep,
} from '../programme/programme.ts'
import { type Box, type BoxSettings, checkBox, composeBox, itemOdds, takeBox } from './compose-box.ts'
import { countMixes } from './count-mixes.ts'

const ITEM = {
  skuId: sku('商品', 'Item', 'item'),
  valueCents: money('价值', 'Worth', 3900),
  costCents: money('成本', 'Cost', 1200),
  stock: count('数量', 'Units', 500),
}
const TERMS = {
  priceCents: money('每盒售价', 'Price of a box', 9900, { min: 1 }),
  itemsMin: count('每盒最少件数', 'Items at least', 3, { min: 1, max: 10 }),
  itemsMax: count('每盒最多件数', 'Items at most', 5, { min: 1, max: 10 }),
  minValueCents: money('每盒保底价值', 'Every box is worth at least', 12_000),
  marginBpMin: percent('毛利率下限', 'Margin at least', 2000),
  marginBpMax: percent('毛利率上限', 'Margin at most', 6500),
  perBuyerMax: count('每人限购', 'Boxes a buyer', 5, { min: 1, max: 1000 }),
  items: rows('可选商品', 'Items', {
    fields: ITEM,
    example: [4200, 4600, 5000, 5400].map((valueCents, i) => ({
      skuId: `item-${i + 1}`,
      valueCents,
      costCents: 1200 + 100 * i,
      stock: 500,
    })),
    min: 2,
    max: 24,
  }),
  hiddenSkuId: sku('隐藏款', 'Hidden item', 'hidden'),
  hiddenValueCents: money('隐藏款价值', 'Worth of the hidden item', 29_900),
  hiddenCostCents: money('隐藏款成本', 'Cost of the hidden item', 9000),
  hiddenStock: count('隐藏款数量', 'Units of the hidden item', 20),
  hiddenOddsPpm: odds('隐藏款概率', 'Odds of the hidden item', 20_000),
}
type Terms = ValuesOf<typeof TERMS>
type Desk = { boxes: number; returned: number; stock: readonly number[]; hiddenStock: number }
type State = Box & { status: 'sold' | 'returned' }

/** Ages of the guideline on selling blind boxes (市场监管总局 2023, article 23): nobody below 8; below 18 a guardian agrees. */
const AGE_MIN = 8
const AGE_FULL = 18
/** More mixes than these would make every sale slow. */
const MIXES_MAX = 50_000

const settingsOf = (terms: Terms, { stock, hiddenStock }: Pick<Desk, 'stock' | 'hiddenStock'>): BoxSettings => ({
  ...terms,
  items: terms.items.map((item, i) => ({ ...item, stock: stock[i] ?? 0 })),
  hidden: {
    skuId: terms.hiddenSkuId,
    valueCents: terms.hiddenValueCents,
    costCents: terms.hiddenCostCents,
    stock: hiddenStock,
    oddsPpm: terms.hiddenOddsPpm,
  },
})

const freshDesk = ({ items, hiddenStock }: Terms): Desk => ({
  boxes: 0,
  returned: 0,
  stock: items.map(({ stock }) => stock),
  hiddenStock,
})

const saleOf = (caseId: string, priceCents: number) =>
  entry(`${caseId}/sale`, '盲盒售出', [
    { account: 'buyers', cents: priceCents },
    { account: 'sales', cents: -priceCents },
  ])
const costOf = (caseId: string, costCents: number) =>
  entry(`${caseId}/cost`, '盲盒成本', [
    { account: 'cost', cents: costCents },
    { account: 'goods', cents: -costCents },
  ])

const BUY = {
  age: count('买家年龄', 'Age of the buyer', 30, { max: 150 }),
  guardianAgrees: flag('监护人同意', 'A guardian agrees', false),
}

function buy(step: ProgrammeStep<Terms, Desk, State, typeof BUY>): ProgrammeAnswer<Desk, State> {
  const { terms, desk, caseId, buyer, command, moment } = step
  if (command.age < AGE_MIN) return err({ code: 'too_young' })
  if (command.age < AGE_FULL && !command.guardianAgrees) return err({ code: 'no_consent' })
  if ((buyer?.cases ?? 0) >= terms.perBuyerMax) return err({ code: 'buyer_limit' })
  const settings = settingsOf(terms, desk)
  const boxNo = desk.boxes + 1
  const box = composeBox(settings, moment.seed, boxNo)
  if (!box.ok) return err({ code: 'sold_out' })
  const left = takeBox(settings, box.value)
  const stock = left.items.map((item) => item.stock)
  const { skuIds, costCents } = box.value
  return ok(
    happened(
      {
        desk: { ...desk, boxes: boxNo, stock, hiddenStock: left.hidden.stock },
        state: { ...box.value, status: 'sold' },
      },
      {
        effects: [{ key: `${caseId}/ship`, kind: 'ship', skuIds, units: 1, note: `盲盒 ${boxNo}` }],
        entries: [saleOf(caseId, terms.priceCents), costOf(caseId, costCents)],
      },
    ),
  )
}

/** An opened box goes back to the shop's own stock, never into another box: boxes stay what the seed made of them. */
function takeBack({ terms, desk, state, caseId }: ProgrammeStep<Terms, Desk, State>): ProgrammeAnswer<Desk, State> {
  if (state?.status !== 'sold') return err({ code: 'wrong_state' })
  const { priceCents } = terms
  return ok(
    happened(
      { desk: { ...desk, returned: desk.returned + 1 }, state: { ...state, status: 'returned' } },
      {
        effects: [{ key: `${caseId}/refund`, kind: 'refund', cents: priceCents }],
        entries: [
          reversal(`${caseId}/sale-back`, '盲盒退货', saleOf(caseId, priceCents)),
          reversal(`${caseId}/cost-back`, '盲盒退货入库', costOf(caseId, state.costCents)),
        ],
      },
    ),
  )
}

function checkTerms(terms: Terms): SettingProblem[] {
  const { itemsMin, itemsMax, items } = terms
  const ids = new Set([...items.map(({ skuId }) => skuId), terms.hiddenSkuId])
  if (ids.size <= items.length)
    return [problem('items', 'twice', '同一商品只能出现一次', 'an item may stand here only once')]
  if (countMixes(items.length, { itemsMin, itemsMax }) > MIXES_MAX)
    return [
      problem(
        'items',
        'too_many_mixes',
        `组合超过 ${MIXES_MAX} 种，请减少商品或件数`,
        `there are more than ${MIXES_MAX} mixes; take fewer items`,
      ),
    ]
  // What can only be won by luck is held to the limit of prizes, whatever the box costs.
  const limit = { min: 0, max: DRAW_LIMITS.prizeValueCentsMax, zh: '隐藏款价值（分）' }
  return [
    ...wholeBetween(terms.hiddenValueCents, 'hiddenValueCents', limit),
    ...checkBox(settingsOf(terms, freshDesk(terms))),
  ]
}

function published(terms: Terms, desk: Desk): Fact[] {
  const settings = settingsOf(terms, desk)
  const hasHidden = desk.hiddenStock > 0
  return [
    { zh: '每盒售价', en: 'Price of a box', unit: 'money', value: terms.priceCents },
    { zh: '每盒保底价值', en: 'Every box is worth at least', unit: 'money', value: terms.minValueCents },
    { zh: '已售盒数', en: 'Boxes sold', unit: 'count', value: desk.boxes },
    { zh: '退货盒数', en: 'Boxes returned', unit: 'count', value: desk.returned },
    { zh: '隐藏款概率', en: 'Odds of the hidden item', unit: 'odds', value: hasHidden ? terms.hiddenOddsPpm : 0 },
    { zh: '隐藏款剩余', en: 'Hidden items left', unit: 'count', value: desk.hiddenStock },
    ...itemOdds(settings).map(
      ({ skuId, mixes, of }): Fact => ({
        zh: `含 ${skuId} 的概率`,
        en: `Odds of ${skuId} in a box`,
        unit: 'odds',
        value: of === 0 ? null : Math.round((mixes * 1_000_000) / of),
        goods: [skuId],
        isDetail: true,
      }),
    ),
  ]
}

/** 盲盒: composed from a seed whose digest is published, valid with the stock there is. */
export const blindBox: Programme<Terms, Desk, State> = {
  programme: 'blindBox',
  zh: '盲盒',
  en: 'Blind box',
  about: {
    zh: '每盒价值保底、毛利在范围内，概率与种子摘要事先公布，结束后可验算每一盒。',
    en: 'Every box is worth what was promised; odds and the digest of the seed are published, and each box can be checked.',
  },
  caseName: { zh: '盒单号', en: 'Box order' },
  terms: TERMS,
  commands: {
    buyBox: { zh: '售出一盒', en: 'Sell a box', needsBuyer: true, opens: 'new', fields: BUY, play: buy },
    returnBox: {
      zh: '退货',
      en: 'Take back',
      needsBuyer: false,
      opens: 'no',
      when: ['sold'],
      fields: {},
      play: takeBack,
    },
  },
  statuses: { sold: { zh: '已售出', en: 'Sold' }, returned: { zh: '已退货', en: 'Returned' } },
  accounts: () => ({
    buyers: { zh: '买家付款', en: 'Paid by buyers' },
    sales: { zh: '盲盒收入', en: 'Sales of boxes' },
    goods: { zh: '库存商品', en: 'Goods in stock' },
    cost: { zh: '盲盒成本', en: 'Cost of boxes' },
  }),
  check: checkTerms,
  start: freshDesk,
  tick: ({ desk, state }) => happened({ desk, state }),
  statusOf: ({ status }) => status,
  published,
  caseFacts: ({ state }) => [
    { zh: '第几盒', en: 'Box number', unit: 'count', value: state.boxNo },
    { zh: '商品', en: 'Items', unit: 'text', value: state.skuIds.join('、'), goods: state.skuIds },
    {
      zh: '含隐藏款',
      en: 'Hidden item',
      unit: 'name',
      value: state.hasHidden ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' },
    },
    { zh: '价值', en: 'Worth', unit: 'money', value: state.valueCents },
  ],
  isDrawn: () => false,
}
