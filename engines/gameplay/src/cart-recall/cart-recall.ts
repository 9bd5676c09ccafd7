import { addDays, type BusinessDay, ratio } from '@zhanggui/kernel'
import { type Arms, liftOfPaid, liftOfShare, NO_ARMS } from '../experiment/arms.ts'
import { liftFacts } from '../experiment/lift-facts.ts'
import type { SettingProblem } from '../game/game.ts'
import { problem } from '../game/settings.ts'
import type { CartsSought, Fact, Programme } from '../programme/programme.ts'
import { checkWindow, outsideWindow } from '../programme/window.ts'
import { countPurchases, enrol, tick } from './recall-steps.ts'
import { COUNT, ENROL, RECALL_TERMS, type RecallDesk, type RecalledCart, type RecallTerms } from './terms.ts'

/** What the treated paid beyond what as many people of the hold-out did, fen; null without a hold-out. */
export function addedCents(arms: Arms): number | null {
  const { difference } = liftOfPaid(arms)
  return difference === null ? null : Math.round(difference * arms.treated.people)
}

const published = (terms: RecallTerms, { arms, promisedCents, spentCents }: RecallDesk): Fact[] => [
  { zh: '已发回购权', en: 'Rights given', unit: 'count', value: arms.treated.people },
  ...liftFacts(liftOfShare(arms), { zh: '购买率', en: 'purchase rate' }),
  { zh: '净增成交', en: 'Paid in addition', unit: 'money', value: addedCents(arms) },
  { zh: '剩余预算', en: 'Budget left', unit: 'money', value: terms.budgetCents - promisedCents - spentCents },
  { zh: '对照组', en: 'Held back', unit: 'count', value: arms.held.people, isDetail: true },
  { zh: '已用优惠', en: 'Offers used', unit: 'money', value: spentCents, isDetail: true },
  {
    zh: '每元优惠净增',
    en: 'Added for each yuan',
    unit: 'multiple',
    value: ratio(addedCents(arms), spentCents),
    isDetail: true,
  },
]

const checkTerms = (terms: RecallTerms): SettingProblem[] => [
  ...checkWindow(terms),
  ...(terms.faceCents < terms.cartMinCents
    ? []
    : [
        problem(
          'faceCents',
          'face_above_cart',
          '优惠面额要低于购物车门槛',
          'the offer needs to be worth less than the least cart',
        ),
      ]),
  ...(terms.budgetCents >= terms.faceCents
    ? []
    : [problem('budgetCents', 'budget_below_offer', '预算不够发一份', 'the budget does not pay one offer')]),
]

/** Older carts than this are forgotten by their owners too. */
const CART_DAYS = 30

/** Carts that have waited long enough today; none outside the programme's days. */
function seek(terms: RecallTerms, today: BusinessDay): CartsSought | null {
  if (outsideWindow(terms, today)) return null
  const throughDay = addDays(today, -terms.idleDays)
  return { fromDay: addDays(throughDay, -CART_DAYS), throughDay, cartMinCents: terms.cartMinCents }
}

/** 加购召回 (购物车营销): who left goods in the cart may buy them for less for a few days; some are held back to see what it adds. */
export const cartRecall: Programme<RecallTerms, RecallDesk, RecalledCart> = {
  programme: 'cartRecall',
  zh: '加购召回',
  en: 'Cart recall',
  about: {
    zh: '加购几天没买的人抽签：大部分得到限时回购权，少部分不发作对照，净增成交带 95% 区间。',
    en: 'Who left goods in the cart gets a right to buy for less for a few days; some are held back, so that what it adds is known.',
  },
  caseName: { zh: '购物车编号', en: 'Cart' },
  terms: RECALL_TERMS,
  commands: {
    enrol: { zh: '登记加购未买', en: 'Enrol a cart', needsBuyer: true, opens: 'new', fields: ENROL, play: enrol },
    countRecall: {
      zh: '计入购买',
      en: 'Count purchases',
      needsBuyer: false,
      opens: 'no',
      fields: COUNT,
      play: countPurchases,
    },
  },
  statuses: {
    offered: { zh: '可回购', en: 'May buy' },
    held: { zh: '对照（不发）', en: 'Held back' },
    bought: { zh: '已购买', en: 'Bought' },
    lapsed: { zh: '已过期', en: 'Lapsed' },
  },
  accounts: () => ({
    orders: { zh: '订单已抵扣', en: 'Taken off orders' },
    recall: { zh: '加购召回优惠', en: 'Offers used' },
  }),
  check: checkTerms,
  start: () => ({ arms: NO_ARMS, promisedCents: 0, spentCents: 0 }),
  tick,
  statusOf: ({ status }) => status,
  collects: {
    kind: 'purchases',
    command: 'countRecall',
    daysOf: (_terms, { fromDay, throughDay }) => ({ fromDay, throughDay }),
    carts: { command: 'enrol', seek },
  },
  published,
  caseFacts: ({ state }) => [
    { zh: '购物车金额', en: 'Worth of the cart', unit: 'money', value: state.cartCents },
    { zh: '加购日', en: 'Put there', unit: 'day', value: state.addedDay },
    { zh: '回购权到', en: 'Good through', unit: 'day', value: state.throughDay },
    { zh: '有效期内已付', en: 'Paid within the days', unit: 'money', value: state.paidCents },
  ],
  isDrawn: () => false,
}
