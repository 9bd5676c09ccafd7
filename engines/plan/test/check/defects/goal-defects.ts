import { addGoal, both, changeGoal, changeRules } from '../edit-plan.ts'
import type { Defect } from '../planted-defects.ts'

const part = { axis: 'period', period: '2027-01', target: 120, baseline: null, baselinePeriod: null } as const

export const GOAL_DEFECTS: Readonly<Record<string, Defect>> = {
  'goals-missing': {
    plant: (plan) => {
      plan.goals = []
    },
    alone: true,
  },
  'goal-dimension-missing': {
    plant: (plan) => {
      plan.goals = plan.goals.filter(({ dimension }) => dimension !== 'brand')
    },
    alone: true,
  },
  'goal-unset': { plant: addGoal({ id: 'unset', metric: 'pv', target: null }) },
  'month-targets-blank': { plant: changeGoal('paid-02', { target: null }) },
  'goal-baseline-missing': { plant: changeGoal('member', { baseline: null, baselinePeriod: null }) },
  'goal-baseline-undated': { plant: changeGoal('voice', { baselinePeriod: null }) },
  'goal-baseline-unlike': { plant: changeGoal('aov', { baselinePeriod: '2026-12' }) },
  'goal-metric-unknown': { plant: addGoal({ id: 'nothing', metric: 'nothing' }) },
  'goal-not-whole': { plant: addGoal({ id: 'half', metric: 'netPaid', target: 120.5 }) },
  'goal-denominator-missing': {
    plant: both(
      (plan) => {
        const [model] = plan.measures
        if (model) plan.measures.push({ ...model, id: 'own:share', unit: 'ratio', kind: 'ratio' })
      },
      addGoal({ id: 'share', metric: 'own:share', source: 'manual', target: 0.3, baseline: 0.2 }),
    ),
  },
  'goal-denominators-differ': {
    plant: addGoal(
      { id: 'nbs', metric: 'newBuyerShare', target: 0.35, baseline: 0.3 },
      {
        id: 'nbs-a',
        metric: 'newBuyerShare',
        parentId: 'nbs',
        axis: 'channel',
        scope: { channel: '搜索' },
        target: 0.35,
        denominator: '支付订单数',
      },
      {
        id: 'nbs-b',
        metric: 'newBuyerShare',
        parentId: 'nbs',
        axis: 'channel',
        scope: { channel: '推荐' },
        target: 0.35,
        denominator: '支付金额',
      },
    ),
  },
  'goal-double-counted': {
    plant: addGoal(
      { id: 'clicks', metric: 'clicks' },
      { id: 'clicks-a', metric: 'clicks', parentId: 'clicks', axis: 'channel', scope: { channel: '搜索' }, target: 60 },
      { id: 'clicks-b', metric: 'clicks', parentId: 'clicks', axis: 'channel', scope: { channel: '搜索' }, target: 60 },
    ),
  },
  'goal-repeated': { plant: addGoal({ id: 'plays-1', metric: 'plays' }, { id: 'plays-2', metric: 'plays' }) },
  'goal-outside-parent-period': {
    plant: addGoal(
      { id: 'shown', metric: 'impressions' },
      { ...part, id: 'shown-a', metric: 'impressions', parentId: 'shown', period: '2028-01' },
    ),
  },
  'goal-outside-parent-scope': {
    plant: addGoal(
      { id: 'reviews', metric: 'reviews', scope: { channel: '搜索' } },
      { id: 'reviews-a', metric: 'reviews', parentId: 'reviews', axis: 'channel', scope: { channel: '推荐' } },
    ),
  },
  'goal-axis-wrong': {
    plant: addGoal(
      { id: 'carts', metric: 'cartAdds' },
      { ...part, id: 'carts-a', metric: 'cartAdds', parentId: 'carts', axis: 'channel' },
    ),
  },
  'goal-unit-differs': {
    plant: addGoal(
      { id: 'talks', metric: 'interactions' },
      { ...part, id: 'talks-a', metric: 'discount', parentId: 'talks' },
    ),
  },
  'goal-not-additive': { plant: addGoal({ ...part, id: 'uv-01', metric: 'uv', parentId: 'uv' }) },
  'goal-bounds-crossed': { plant: addGoal({ id: 'bounds', metric: 'visits', floor: 130, cap: 110 }) },
  'goal-locked-outside-bounds': {
    plant: addGoal({ id: 'locked', metric: 'favouriteBuyers', locked: true, floor: 130 }),
  },
  'goal-sum-differs': {
    plant: addGoal(
      { id: 'units', metric: 'unitsSold' },
      { ...part, id: 'units-01', metric: 'unitsSold', parentId: 'units', target: 90 },
    ),
  },
  'goal-ratio-as-percent': { plant: addGoal({ id: 'percent', metric: 'cartRate', target: 5, baseline: 0.04 }) },
  'goal-negative': { plant: addGoal({ id: 'negative', metric: 'cartBuyers', target: -5 }) },
  'goal-outside-year': {
    plant: addGoal({ id: 'last-year', metric: 'placedOrders', period: '2026', baselinePeriod: '2025' }),
  },
  'goal-outside-observed': { plant: changeGoal('new', { target: 32_000 }) },
  'goal-direction-wrong': { plant: changeGoal('refund', { direction: 'atLeast' }) },
  'goal-worse-than-baseline': { plant: addGoal({ id: 'worse', metric: 'orders', target: 90 }) },
  'goal-owner-missing': { plant: addGoal({ id: 'nobody', metric: 'buyers', owner: '' }) },
  'goal-undiagnosed': { plant: addGoal({ id: 'why', metric: 'itemsSold', diagnosis: null }) },
  'goal-unmeasurable': { plant: changeGoal('voice', { source: 'data' }) },
  'goal-sets-do-not-add': {
    plant: addGoal(
      { id: 'nbp', metric: 'newPaid' },
      { id: 'nbp-promo', metric: 'newPaid', set: 'promo', target: 30, baseline: 20 },
      { id: 'nbp-daily', metric: 'newPaid', set: 'daily', target: 80, baseline: 70 },
    ),
  },
  'driver-overdetermined': { plant: changeGoal('cvr', { target: 0.05 }) },
  'stock-goals-conflict': {
    plant: addGoal(
      { id: 'cover', metric: 'stockCoverDays', direction: 'atMost', target: 30, baseline: 45 },
      { id: 'stock', metric: 'stockUnits' },
    ),
  },
  'cac-over-ceiling': {
    plant: both(
      addGoal({ id: 'cac', metric: 'cac', direction: 'atMost', target: 9000, baseline: 9500 }),
      changeRules({ cacMaxCents: 8000 }),
    ),
  },
}
