import { addEvent, addLine, addStageRule, addTask, both, changeLine, changeRules } from '../edit-plan.ts'
import type { Defect } from '../planted-defects.ts'

/** A little tree of its own beside the plan's: one whole of 200 yuan and its parts. */
const tree = (id: string, ...parts: Parameters<typeof addLine>) =>
  addLine({ id, amountCents: 20_000 }, ...parts.map((part) => ({ parentId: id, ...part })))

const MARCH = { period: '2027-03', shareBase: null } as const

export const BUDGET_DEFECTS: Readonly<Record<string, Defect>> = {
  'budget-unassigned': { plant: tree('b-left', { id: 'b-left-a', shareBp: 9000 }) },
  'budget-excess': { plant: tree('b-over', { id: 'b-over-a', shareBp: 6000 }, { id: 'b-over-b', shareBp: 5000 }) },
  'shares-ambiguous': {
    plant: tree(
      'b-two',
      { ...MARCH, id: 'b-two-a', name: '关键词', channel: 'keyword', shareBp: 6000 },
      { ...MARCH, id: 'b-two-b', name: '种草', channel: 'kol', shareBp: 2000 },
      { ...MARCH, id: 'b-two-c', name: '券', channel: 'coupons', kind: 'subsidy', shareBp: 3000 },
      { ...MARCH, id: 'b-two-d', name: '机动', channel: 'reserve', shareBp: 500 },
      { ...MARCH, id: 'b-two-e', name: '工具', channel: 'technology', shareBp: 1500 },
    ),
  },
  'share-base-missing': { plant: tree('b-base', { id: 'b-base-a', shareBp: 10_000, shareBase: null }) },
  'share-base-unknown': {
    plant: tree('b-sales', { id: 'b-sales-a', shareBp: 1000, shareBase: 'sales', period: '2027-05-03' }),
  },
  'budget-amount-unset': {
    plant: tree('b-unset', { id: 'b-unset-a' }, { id: 'b-unset-b', amountCents: null }),
  },
  'budget-negative': { plant: addLine({ id: 'b-minus', amountCents: -100 }) },
  'budget-figure-invalid': { plant: addLine({ id: 'b-half', amountCents: 100.5 }), alone: true },
  'share-amount-disagree': {
    plant: tree(
      'b-both',
      { id: 'b-both-a', shareBp: 5000, amountCents: 8000 },
      { id: 'b-both-b', amountCents: 12_000 },
    ),
  },
  'budget-outside-parent': { plant: tree('b-late', { id: 'b-late-a', amountCents: 20_000, period: '2028-01' }) },
  'budget-periods-overlap': {
    plant: tree(
      'b-lap',
      { id: 'b-lap-a', amountCents: 10_000, period: '2027-Q1' },
      { id: 'b-lap-b', amountCents: 10_000, period: '2027-03' },
    ),
  },
  'budget-too-deep': {
    plant: addLine(
      ...Array.from({ length: 31 }, (_, i) => ({ id: `deep-${i}`, parentId: i === 0 ? null : `deep-${i - 1}` })),
    ),
    alone: true,
  },
  'quarter-annual-conflict': {
    plant: both(
      changeLine('q4-keyword', { shareBp: 7000 }),
      addLine({
        id: 'q4-reserve',
        parentId: 'q4',
        name: '四季度机动',
        channel: 'reserve',
        period: '2027-Q4',
        shareBp: 3000,
        shareBase: 'period',
      }),
    ),
  },
  'paused-stage-spend': {
    plant: addStageRule({
      id: 'no-video',
      channels: ['shortVideo'],
      fromPeriod: '2027-Q2',
      toPeriod: '2027-Q2',
      maxBp: 0,
    }),
  },
  'paused-stage-unclear': {
    plant: addStageRule({
      id: 'no-tools',
      channels: ['technology'],
      fromPeriod: '2027-01',
      toPeriod: '2027-01',
      maxBp: 0,
    }),
  },
  'stage-spend-below': {
    plant: addStageRule({
      id: 'third',
      channels: ['traffic'],
      fromPeriod: '2027-Q3',
      toPeriod: '2027-Q3',
      minBp: 1000,
      maxBp: 1500,
    }),
  },
  'stage-spend-above': {
    plant: addStageRule({
      id: 'fourth',
      channels: ['traffic'],
      fromPeriod: '2027-Q4',
      toPeriod: '2027-Q4',
      maxBp: 500,
    }),
  },
  'stage-base-missing': { plant: addStageRule({ id: 'no-base', base: null }) },
  'stage-band-invalid': { plant: addStageRule({ id: 'turned', minBp: 1500, maxBp: 1000 }) },
  'push-without-spend': {
    plant: both(
      addEvent({
        id: 'goods',
        occasionId: 'newYearGoods',
        kind: 'platform',
        name: '天猫年货节',
        mainDay: '2027-01-14',
        fromDay: '2027-01-10',
        toDay: '2027-01-22',
      }),
      addTask({ id: 'goods-enrol', title: '年货节报名', eventId: 'goods', dueDay: '2027-01-08' }),
    ),
  },
  'reserve-missing': { plant: changeLine('reserve', { kind: 'spend' }) },
  'burst-remainder-small': { plant: changeRules({ preBurstShareBp: 6000 }) },
  'burst-remainder-unset': { plant: changeRules({ burstRemainderMinBp: null }), alone: true },
  'roi-rule-without-data': { plant: changeRules({ roiMinClicks: null, roiMinSpendCents: null }) },
  'fee-ratio-over': { plant: changeRules({ feeRatioMaxBp: 1000 }) },
  'tool-without-owner': { plant: changeLine('q1-keyword', { owner: null }) },
  'channel-unknown': { plant: changeLine('coupons', { channel: '元宇宙' }) },
  'budget-outside-year': { plant: addLine({ id: 'b-old', period: '2026', amountCents: 100 }) },
  'budget-line-repeated': {
    plant: addLine(
      { id: 'b-same-1', name: '杂项', amountCents: 100 },
      { id: 'b-same-2', name: '杂项', amountCents: 100 },
    ),
  },
}
