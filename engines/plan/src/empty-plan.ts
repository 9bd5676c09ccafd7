import type { Plan } from './plan.ts'

/** A plan of a year with nothing in it yet. */
export const emptyPlan = (given: { id: string; year: number; name: string; currency: string }): Plan => ({
  ...given,
  profile: null,
  goals: [],
  measures: [],
  stages: [],
  budget: [],
  budgetRules: {
    feeRatioMaxBp: null,
    cacMaxCents: null,
    preBurstShareBp: null,
    preBurstDays: null,
    burstRemainderMinBp: null,
    roiMinMilli: null,
    roiMinClicks: null,
    roiMinSpendCents: null,
    stages: [],
  },
  events: [],
  tasks: [],
  requests: [],
  table: [],
  texts: { market: '', goals: '', strategy: '', execution: '', resources: '', monitoring: '' },
  assumptions: [],
})
