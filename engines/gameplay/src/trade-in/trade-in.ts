import type { SettingProblem } from '../game/game.ts'
import { problem } from '../game/settings.ts'
import type { Fact, Programme, Table } from '../programme/programme.ts'
import { checkWindow } from '../programme/window.ts'
import { TRADE_IN_TERMS, type TradeIn, type TradeInDesk, type TradeInTerms } from './terms.ts'
import { differenceOf } from './trade-in-entries.ts'
import { accept, decline, INSPECT, inspect, QUOTE, quote, SEND, send, tick } from './trade-in-steps.ts'

function checkTerms(terms: TradeInTerms): SettingProblem[] {
  const seen = new Set(terms.quotes.map(({ model, grade }) => `${model}\n${grade}`))
  const twice =
    seen.size < terms.quotes.length
      ? [problem('quotes', 'twice', '同一型号的成色只能估价一次', 'a grade of a model may stand here only once')]
      : []
  return [...checkWindow(terms), ...twice]
}

function caseFacts({ state }: Table<TradeInTerms, TradeInDesk, TradeIn>): Fact[] {
  const { model, grade, estimateCents, subsidyCents, sendByDay, tracking, found } = state
  return [
    { zh: '型号', en: 'Model', unit: 'text', value: model },
    { zh: '估价成色', en: 'Grade as told', unit: 'text', value: grade },
    { zh: '估价', en: 'Estimate', unit: 'money', value: estimateCents },
    { zh: '补贴', en: 'Subsidy', unit: 'money', value: subsidyCents },
    { zh: '最晚寄出', en: 'To be sent by', unit: 'day', value: sendByDay },
    { zh: '运单号', en: 'Tracking number', unit: 'text', value: tracking },
    { zh: '验机成色', en: 'Grade found', unit: 'text', value: found?.grade ?? null },
    {
      zh: '应退（正）或应补（负）',
      en: 'To the buyer (+) or owed (−)',
      unit: 'money',
      value: found ? differenceOf(state, found.worthCents) : null,
    },
  ]
}

const published = (terms: TradeInTerms, desk: TradeInDesk): Fact[] => [
  { zh: '已估价', en: 'Quoted', unit: 'count', value: desk.quoted },
  { zh: '已回收', en: 'Recycled', unit: 'count', value: desk.recycled },
  { zh: '回收旧品价值', en: 'Worth of recycled goods', unit: 'money', value: desk.recycledCents },
  { zh: '已用补贴', en: 'Subsidies used', unit: 'money', value: desk.subsidyCents },
  { zh: '剩余补贴预算', en: 'Subsidies left', unit: 'money', value: terms.budgetCents - desk.subsidyCents },
]

/** 以旧换新: an estimate and a subsidy are taken off at once; the item is sent in and inspected; the difference is settled either way. */
export const tradeIn: Programme<TradeInTerms, TradeInDesk, TradeIn> = {
  programme: 'tradeIn',
  zh: '以旧换新',
  en: 'Trade-in',
  about: {
    zh: '下单即抵估价和补贴，旧品寄回验机后多退少补，逾期未寄按约补回。',
    en: 'Estimate and subsidy come off at once; after inspection the difference is settled either way.',
  },
  caseName: { zh: '订单号', en: 'Order' },
  terms: TRADE_IN_TERMS,
  commands: {
    quote: { zh: '估价并抵扣', en: 'Quote', needsBuyer: true, opens: 'new', fields: QUOTE, play: quote },
    send: { zh: '登记寄出', en: 'Sent', needsBuyer: false, opens: 'no', when: ['estimated'], fields: SEND, play: send },
    inspect: {
      zh: '登记验机',
      en: 'Inspect',
      needsBuyer: false,
      opens: 'no',
      when: ['sent'],
      fields: INSPECT,
      play: inspect,
    },
    accept: {
      zh: '买家接受',
      en: 'Buyer accepts',
      needsBuyer: false,
      opens: 'no',
      when: ['offered'],
      fields: {},
      play: accept,
    },
    decline: {
      zh: '买家不接受',
      en: 'Buyer declines',
      needsBuyer: false,
      opens: 'no',
      when: ['offered'],
      fields: {},
      play: decline,
    },
  },
  statuses: {
    estimated: { zh: '待寄出', en: 'To be sent' },
    sent: { zh: '待验机', en: 'To be inspected' },
    offered: { zh: '待买家确认', en: 'Buyer is asked' },
    settled: { zh: '已结算', en: 'Settled' },
    declined: { zh: '已退回', en: 'Sent back' },
    lapsed: { zh: '逾期未寄', en: 'Never sent' },
  },
  accounts: () => ({
    orders: { zh: '新订单已抵扣', en: 'Taken off new orders' },
    incoming: { zh: '在途旧品', en: 'Old items on their way' },
    recycled: { zh: '回收旧品', en: 'Recycled goods' },
    subsidy: { zh: '以旧换新补贴', en: 'Subsidies' },
    'payable/buyers': { zh: '应付买家', en: 'Owed to buyers' },
  }),
  check: checkTerms,
  start: () => ({ quoted: 0, subsidyCents: 0, recycled: 0, recycledCents: 0 }),
  tick,
  statusOf: ({ status }) => status,
  published,
  caseFacts,
  isDrawn: () => false,
}
