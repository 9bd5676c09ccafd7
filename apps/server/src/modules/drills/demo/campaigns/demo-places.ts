import type { ContactEntry, EnrolmentEntry, SlotBooking } from '@zhanggui/contract'
import { addDays, type BusinessDay } from '@zhanggui/kernel'

const DAY_MS = 86_400_000
const OPERATOR = '陈晨'

/** What the places of the demo's campaign are made from. */
export type PlacesGiven = {
  now: Date
  today: BusinessDay
  mainDay: BusinessDay
  /** The best sellers, the first most. */
  items: readonly { item: string; priceCents: number }[]
}

const inDays = (now: Date, days: number): string => new Date(now.getTime() + days * DAY_MS).toISOString()

/** Places that are open now, and one of the burst with its auction and what came of it. */
export function demoSlots({ now, mainDay, items }: PlacesGiven): Record<string, SlotBooking> {
  const [first, second, third] = items.map(({ item }) => item)
  const shown = (ids: (string | undefined)[]): string[] => ids.filter((id) => id !== undefined)
  const base = { owner: OPERATOR, creative: '', auction: null, outcome: null }
  const open = { from: inDays(now, -2), until: inDays(now, 12) }
  const burst = { from: `${addDays(mainDay, -1)}T12:00:00.000Z`, until: `${addDays(mainDay, 1)}T16:00:00.000Z` }
  const isOver = new Date(burst.until) < now
  return {
    'home-focus': {
      ...base,
      ...open,
      title: '店铺首页焦点图',
      kind: 'focusImage',
      position: '店铺首页 第 1 屏',
      costCents: null,
      items: shown([first, second]),
    },
    'home-grid': {
      ...base,
      ...open,
      title: '首页热卖橱窗',
      kind: 'other',
      position: '店铺首页 第 2 屏',
      costCents: null,
      items: shown([third]),
    },
    'golden-slot': {
      ...base,
      ...burst,
      title: '会场黄金展位',
      kind: 'goldenSlot',
      position: '主会场 第 3 坑',
      costCents: 1_200_000,
      items: shown([first]),
      auction: {
        expectedVisits: 20_000,
        incrementalBp: 6000,
        cvrBp: 350,
        marginCentsPerOrder: 6800,
        keepBp: 3000,
        bidCents: 1_500_000,
        paidCents: isOver ? 1_200_000 : null,
      },
    },
  }
}

/** Two messages before the burst, neither to the same people on the same day. */
export const demoContacts = ({ mainDay }: PlacesGiven): Record<string, ContactEntry> => ({
  'sms-members': {
    title: '大促提醒：会员券到账',
    channel: 'sms',
    audience: '近一年老客',
    people: 1800,
    at: `${addDays(mainDay, -3)}T02:00:00.000Z`,
  },
  'wecom-carts': {
    title: '加购未付提醒',
    channel: 'wecom',
    audience: '加购未下单',
    people: 420,
    at: `${addDays(mainDay, -1)}T11:00:00.000Z`,
  },
})

/** An entry to an event of the platform that is still open, held against the shop's own figures. */
export const demoEnrolment = ({ now, today, items }: PlacesGiven): EnrolmentEntry => ({
  title: '聚划算 品牌团',
  event: 'juhuasuan',
  deadline: addDays(today, 10),
  from: inDays(now, 14),
  until: inDays(now, 17),
  unitsPerBuyer: 2,
  coinShareBp: 0,
  owner: OPERATOR,
  thresholds: [
    { metric: 'refundRate', op: 'atMost', limit: 0.15, windowDays: 30, entered: null },
    { metric: 'cvr', op: 'atLeast', limit: 0.02, windowDays: 30, entered: null },
  ],
  goods: items.slice(0, 3).map(({ item, priceCents }) => ({
    skuId: item,
    priceCents: Math.floor((priceCents * 85) / 100),
    referenceCents: priceCents,
    stock: 200,
  })),
  submitted: null,
  answer: null,
})
