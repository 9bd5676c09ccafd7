import { ratio } from '@zhanggui/kernel'
import { type Arm, liftOfShare, NO_ARMS } from '../experiment/arms.ts'
import { liftFacts } from '../experiment/lift-facts.ts'
import type { SettingProblem } from '../game/game.ts'
import { problem } from '../game/settings.ts'
import type { Fact, Programme } from '../programme/programme.ts'
import { checkWindow } from '../programme/window.ts'
import { arrive, giveBack, pay, tick } from './payment-steps.ts'
import { ARRIVE, type Checkout, PAY, PAYMENT_TERMS, type PaymentDesk, type PaymentTerms } from './terms.ts'

/** Gross margin of an arm a checkout, less what the offered way of paying costs; those who gave up count with nothing. */
export function marginPerCheckout(
  { marginBp }: PaymentTerms,
  { arms, feeCents }: PaymentDesk,
  arm: Arm,
): number | null {
  const margin = (arms[arm].paidCents * marginBp) / 10_000 - (arm === 'treated' ? feeCents : 0)
  const each = ratio(margin, arms[arm].people)
  return each === null ? null : Math.round(each)
}

const published = (terms: PaymentTerms, desk: PaymentDesk): Fact[] => [
  { zh: '展示该支付方式', en: 'Shown the offer', unit: 'count', value: desk.arms.treated.people },
  ...liftFacts(liftOfShare(desk.arms), { zh: '付款率', en: 'share that paid' }),
  {
    zh: '实验组每次结账毛利（已扣费用）',
    en: 'Treated: margin a checkout, less fees',
    unit: 'money',
    value: marginPerCheckout(terms, desk, 'treated'),
  },
  {
    zh: '对照组每次结账毛利',
    en: 'Not shown: margin a checkout',
    unit: 'money',
    value: marginPerCheckout(terms, desk, 'held'),
  },
  { zh: '对照组', en: 'Not shown it', unit: 'count', value: desk.arms.held.people, isDetail: true },
  { zh: '用了该支付方式', en: 'Paid this way', unit: 'count', value: desk.usedOffer, isDetail: true },
  { zh: '商家承担费用', en: 'Fees borne', unit: 'money', value: desk.feeCents, isDetail: true },
]

function checkTerms(terms: PaymentTerms): SettingProblem[] {
  const times = terms.rates.map((rate) => rate.times)
  const isTwice = new Set(times).size < times.length
  const isPayLater = terms.offer === 'payLater'
  return [
    ...checkWindow(terms),
    ...(terms.minCents <= terms.maxCents
      ? []
      : [problem('maxCents', 'bad_bounds', '最高金额不能低于最低金额', 'the most cannot be less than the least')]),
    ...(isTwice ? [problem('rates', 'twice', '同一期数只能填一次', 'each number of instalments stands once')] : []),
    ...(isPayLater && times.some((one) => one !== 1)
      ? [problem('rates', 'pays_at_once', '先享后付一次付清，期数填 1', 'pay later is one payment: put 1')]
      : []),
    ...(!isPayLater && times.some((one) => one < 2)
      ? [problem('rates', 'no_instalments', '分期至少 2 期', 'instalments are two or more')]
      : []),
  ]
}

/** 支付方式测试: half of those who may pay by instalments or later are shown it; what it changes at the payment step, and what it costs. */
export const paymentTest: Programme<PaymentTerms, PaymentDesk, Checkout> = {
  programme: 'paymentTest',
  zh: '支付方式测试',
  en: 'Payment test',
  about: {
    zh: '分期免息或先享后付只给一部分人看，比较付款率、放弃率和扣掉商家费用后的毛利。',
    en: 'Instalments or paying later are shown to some; the share that pays and the margin less fees are compared.',
  },
  caseName: { zh: '结账编号', en: 'Checkout' },
  terms: PAYMENT_TERMS,
  commands: {
    arrive: { zh: '到达支付页', en: 'Arrives', needsBuyer: true, opens: 'new', fields: ARRIVE, play: arrive },
    pay: { zh: '登记付款', en: 'Pays', needsBuyer: false, opens: 'no', when: ['open'], fields: PAY, play: pay },
    giveBack: {
      zh: '登记全额退款',
      en: 'All given back',
      needsBuyer: false,
      opens: 'no',
      when: ['paid'],
      fields: {},
      play: giveBack,
    },
  },
  statuses: {
    open: { zh: '待付款', en: 'Not paid yet' },
    paid: { zh: '已付款', en: 'Paid' },
    abandoned: { zh: '已放弃', en: 'Given up' },
    returned: { zh: '已全退', en: 'Returned' },
  },
  accounts: () => ({
    paymentFee: { zh: '分期与后付费用', en: 'Fees of payment' },
    'payable/provider': { zh: '应付支付服务商', en: 'Owed to the provider' },
  }),
  check: checkTerms,
  start: () => ({ arms: NO_ARMS, usedOffer: 0, feeCents: 0 }),
  tick,
  statusOf: ({ status }) => status,
  published,
  caseFacts: ({ state }) => [
    {
      zh: '是否展示',
      en: 'Shown the offer',
      unit: 'name',
      value: state.arm === 'treated' ? { zh: '展示', en: 'yes' } : { zh: '不展示（对照）', en: 'no' },
    },
    { zh: '应付金额', en: 'Amount due', unit: 'money', value: state.amountCents },
    { zh: '期数', en: 'Instalments', unit: 'count', value: state.times },
    { zh: '商家费用', en: 'Fee', unit: 'money', value: state.feeCents },
  ],
  isDrawn: () => false,
}
