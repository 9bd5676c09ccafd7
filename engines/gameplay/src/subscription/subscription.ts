import type { SettingProblem } from '../game/game.ts'
import { problem } from '../game/settings.ts'
import type { Fact, Programme, Table } from '../programme/programme.ts'
import { checkWindow } from '../programme/window.ts'
import type { Delivery } from './schedule.ts'
import {
  cancel,
  comingOf,
  DAYS,
  pause,
  reportStockOut,
  SKIP,
  SUBSCRIBE,
  skip,
  subscribe,
  tick,
} from './subscription-steps.ts'
import { SUBSCRIPTION_TERMS, type SubscriptionDesk, type SubscriptionState, type SubscriptionTerms } from './terms.ts'

const REASONS: Record<Delivery['reason'], { zh: string; en: string }> = {
  planned: { zh: '', en: '' },
  after_pause: { zh: '（暂停顺延）', en: ' (after the pause)' },
  after_stock_out: { zh: '（缺货顺延）', en: ' (after the stock-out)' },
}

function checkTerms(terms: SubscriptionTerms): SettingProblem[] {
  const { everyDaysMin, everyDaysMax, timesMin, timesMax } = terms
  const order = (field: string, min: number, max: number) =>
    min <= max ? [] : [problem(field, 'bad_range', '上限不能小于下限', 'the most cannot be below the least')]
  return [
    ...checkWindow(terms),
    ...order('everyDaysMax', everyDaysMin, everyDaysMax),
    ...order('timesMax', timesMin, timesMax),
  ]
}

function caseFacts({ desk, state }: Table<SubscriptionTerms, SubscriptionDesk, SubscriptionState>): Fact[] {
  const coming = state.status === 'active' ? comingOf(state, desk) : []
  return [
    { zh: '开始日', en: 'Began', unit: 'day', value: state.startedDay },
    { zh: '间隔（天）', en: 'Days between', unit: 'count', value: state.everyDays },
    { zh: '每期件数', en: 'Units a delivery', unit: 'count', value: state.units },
    { zh: '已发期数', en: 'Delivered', unit: 'count', value: state.delivered },
    { zh: '总期数', en: 'Deliveries', unit: 'count', value: state.times },
    ...coming.map(
      ({ number, cycle, day, reason }): Fact => ({
        zh: `第 ${number} 期（周期 ${cycle}）${REASONS[reason].zh}`,
        en: `Delivery ${number} (cycle ${cycle})${REASONS[reason].en}`,
        unit: 'day',
        value: day,
      }),
    ),
  ]
}

const published = (terms: SubscriptionTerms, desk: SubscriptionDesk): Fact[] => [
  { zh: '每期锁定价', en: 'Locked price', unit: 'money', value: terms.priceCents },
  { zh: '已订', en: 'Subscribed', unit: 'count', value: desk.subscribed },
  { zh: '进行中', en: 'Active', unit: 'count', value: desk.subscribed - desk.cancelled - desk.finished },
  { zh: '已退订', en: 'Cancelled', unit: 'count', value: desk.cancelled },
  { zh: '已发期数', en: 'Deliveries', unit: 'count', value: desk.delivered },
]

/** 周期购: paid in advance at a locked price, delivered in a rhythm that can be skipped, paused and cancelled. */
export const subscription: Programme<SubscriptionTerms, SubscriptionDesk, SubscriptionState> = {
  programme: 'subscription',
  zh: '周期购',
  en: 'Subscription',
  about: {
    zh: '一次付清、价格锁定、按期发货，可跳过、暂停、退订；缺货自动顺延，留存与单次购买公平比较。',
    en: 'Paid once at a locked price and delivered in a rhythm; skips, pauses and stock-outs move it; retention is compared fairly.',
  },
  caseName: { zh: '订阅单号', en: 'Subscription order' },
  terms: SUBSCRIPTION_TERMS,
  commands: {
    subscribe: { zh: '订阅', en: 'Subscribe', needsBuyer: true, opens: 'new', fields: SUBSCRIBE, play: subscribe },
    skip: {
      zh: '跳过一期',
      en: 'Skip a delivery',
      needsBuyer: false,
      opens: 'no',
      when: ['active'],
      fields: SKIP,
      play: skip,
    },
    pause: { zh: '暂停', en: 'Pause', needsBuyer: false, opens: 'no', when: ['active'], fields: DAYS, play: pause },
    cancel: { zh: '退订', en: 'Cancel', needsBuyer: false, opens: 'no', when: ['active'], fields: {}, play: cancel },
    reportStockOut: {
      zh: '登记缺货',
      en: 'Report a stock-out',
      needsBuyer: false,
      opens: 'none',
      fields: DAYS,
      play: reportStockOut,
    },
  },
  statuses: {
    active: { zh: '进行中', en: 'Active' },
    finished: { zh: '已完成', en: 'Finished' },
    cancelled: { zh: '已退订', en: 'Cancelled' },
  },
  accounts: () => ({
    buyers: { zh: '买家付款', en: 'Paid by buyers' },
    prepaid: { zh: '预收货款', en: 'Paid in advance' },
    sales: { zh: '周期购收入', en: 'Sales of deliveries' },
    'payable/buyers': { zh: '应付买家', en: 'Owed to buyers' },
  }),
  check: checkTerms,
  start: () => ({ subscribed: 0, cancelled: 0, finished: 0, delivered: 0, stockOuts: [] }),
  tick,
  statusOf: ({ status }) => status,
  published,
  caseFacts,
  isDrawn: () => false,
}
