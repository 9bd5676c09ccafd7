import { ratio } from '@zhanggui/kernel'
import type { SettingProblem } from '../game/game.ts'
import { problem } from '../game/settings.ts'
import type { Fact, Programme } from '../programme/programme.ts'
import { checkWindow } from '../programme/window.ts'
import { countPack, register, tick } from './pack-steps.ts'
import { COUNT_PACK, PACK_TERMS, type Pack, type PackDesk, type PackTerms, REGISTER } from './terms.ts'

const yuan = (cents: number): string => (cents / 100).toFixed(2)

/** What the tiers come to, fen. */
const sumOfTiers = ({ tiers }: PackTerms): number =>
  tiers.reduce((sum, { faceCents, count }) => sum + faceCents * count, 0)

function checkTiers(terms: PackTerms): SettingProblem[] {
  const sum = sumOfTiers(terms)
  const below = terms.tiers.findIndex(({ minCents, faceCents }) => minCents > 0 && minCents < faceCents)
  return [
    ...(sum === terms.valueCents
      ? []
      : [
          problem(
            'valueCents',
            'pack_value_differs',
            `各档加起来是 ${yuan(sum)}，礼包写的是 ${yuan(terms.valueCents)}，两个要一样`,
            `the tiers come to ${yuan(sum)} and the pack says ${yuan(terms.valueCents)}; they have to be the same`,
          ),
        ]),
    ...(below < 0
      ? []
      : [
          problem(
            `tiers[${below}].minCents`,
            'threshold_below_face',
            '门槛不能低于面额；不设门槛请填 0',
            'a threshold cannot be below what it takes off; 0 is none',
          ),
        ]),
  ]
}

const checkTerms = (terms: PackTerms): SettingProblem[] => [
  ...checkWindow(terms),
  ...checkTiers(terms),
  ...(terms.budgetCents >= terms.valueCents
    ? []
    : [problem('budgetCents', 'budget_below_offer', '预算不够发一份', 'the budget does not pay one pack')]),
]

/** Acquisition cost: what used coupons cost, over new buyers who paid. Face value that nobody used costs nothing. */
const published = (terms: PackTerms, { packs, promisedCents, redeemedCents, buyers, paidCents }: PackDesk): Fact[] => {
  const cac = ratio(redeemedCents, buyers)
  const used = ratio(redeemedCents * 10_000, packs * terms.valueCents)
  return [
    { zh: '已发礼包', en: 'Packs given', unit: 'count', value: packs },
    { zh: '新客成交人数', en: 'New buyers', unit: 'count', value: buyers },
    { zh: '已用券成本', en: 'Cost of used coupons', unit: 'money', value: redeemedCents },
    {
      ...{ zh: '获客成本', en: 'Acquisition cost', unit: 'money', value: cac === null ? null : Math.round(cac) },
      note: {
        zh: '已用券成本 ÷ 新客成交人数，没用的面额不算',
        en: 'used coupons ÷ new buyers; unused face value does not count',
      },
    },
    {
      ...{ zh: '剩余预算', en: 'Budget left', unit: 'money' },
      value: terms.budgetCents - promisedCents - redeemedCents,
    },
    { zh: '还可能用掉', en: 'May still be used', unit: 'money', value: promisedCents, isDetail: true },
    {
      ...{ zh: '面额使用率', en: 'Face value used', unit: 'percent', isDetail: true },
      value: used === null ? null : Math.round(used),
    },
    { zh: '新客已付', en: 'Paid by new buyers', unit: 'money', value: paidCents, isDetail: true },
    ...terms.tiers.map(
      ({ minCents, faceCents, count }, i): Fact => ({
        zh: `第 ${i + 1} 档`,
        en: `Tier ${i + 1}`,
        unit: 'name',
        value: {
          zh: `${minCents > 0 ? `满 ${yuan(minCents)} 减` : '无门槛减'} ${yuan(faceCents)} × ${count}`,
          en: `${yuan(faceCents)} off${minCents > 0 ? ` from ${yuan(minCents)}` : ''} × ${count}`,
        },
        isDetail: true,
      }),
    ),
  ]
}

/** 注册礼包 (新客礼包): coupons of several tiers for people who never paid here, once a person; what it costs is what they use. */
export const registrationPack: Programme<PackTerms, PackDesk, Pack> = {
  programme: 'registrationPack',
  zh: '注册礼包',
  en: 'Registration pack',
  about: {
    zh: '新客注册就领一包分档的券，总面额和各档加起来一分不差；一个人只领一次，用几个账号都算一个人。',
    en: 'New people get coupons of several tiers that add up to the fen; once a person, however many accounts they have.',
  },
  caseName: { zh: '注册编号', en: 'Registration' },
  terms: PACK_TERMS,
  commands: {
    register: { zh: '注册领取', en: 'Register', needsBuyer: true, opens: 'new', fields: REGISTER, play: register },
    countPack: {
      ...{ zh: '计入使用', en: 'Count what was used', needsBuyer: false, opens: 'no' as const },
      ...{ fields: COUNT_PACK, play: countPack },
    },
  },
  statuses: {
    given: { zh: '已领取', en: 'Given' },
    bought: { zh: '已成交', en: 'Bought' },
    lapsed: { zh: '未成交', en: 'Lapsed' },
  },
  accounts: () => ({
    orders: { zh: '订单已抵扣', en: 'Taken off orders' },
    acquisition: { zh: '拉新券成本', en: 'Acquisition' },
  }),
  check: checkTerms,
  start: () => ({ packs: 0, promisedCents: 0, redeemedCents: 0, buyers: 0, paidCents: 0 }),
  tick,
  statusOf: ({ status }) => status,
  batchesOf: ({ tiers }) => tiers.map(({ batch, faceCents, count }) => ({ batch, faceCents, perBuyer: count })),
  collects: {
    kind: 'purchases',
    command: 'countPack',
    daysOf: (_terms, { fromDay, throughDay }) => ({ fromDay, throughDay }),
    countsCoupons: true,
  },
  published,
  caseFacts: ({ state }) => [
    { zh: '领取日', en: 'Given on', unit: 'day', value: state.fromDay },
    { zh: '算拉新到', en: 'Counts through', unit: 'day', value: state.throughDay },
    { zh: '已用券抵扣', en: 'Taken off by its coupons', unit: 'money', value: state.redeemedCents },
    { zh: '期内已付', en: 'Paid within the days', unit: 'money', value: state.paidCents },
  ],
  isDrawn: () => false,
}
