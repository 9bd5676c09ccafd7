import { readLivePlan } from '../../../scan/live-plans.ts'
import { inTexts } from '../../in-texts.ts'
import { defineRule } from '../../rule.ts'

const DAYS_A_MONTH = 30
/** A session shorter than this is hardly one. Source: own default. */
const SESSION_HOURS_MIN = 1

const tooMany = (text: string) => {
  const plan = readLivePlan(text)
  if (plan?.hoursPerDay == null || !plan.sessionsPerMonth) return []
  const hoursPerSession = Number(((plan.hoursPerDay * DAYS_A_MONTH) / plan.sessionsPerMonth).toFixed(2))
  const { hoursPerDay, sessionsPerMonth } = plan
  return hoursPerSession < SESSION_HOURS_MIN ? [{ hoursPerDay, sessionsPerMonth, hoursPerSession }] : []
}

export const liveSessionsShort = defineRule({
  id: 'live-sessions-short',
  level: 'warning',
  rows: ['X20', 'P8.23'],
  find: (view) => inTexts(view, tooMany),
  messageZh: (f) => `每月 ${f.sessionsPerMonth} 场、每天 ${f.hoursPerDay} 小时，平均每场只有 ${f.hoursPerSession} 小时`,
  messageEn: (f) =>
    `${f.sessionsPerMonth} sessions a month in ${f.hoursPerDay} h a day leave ${f.hoursPerSession} h a session`,
  suggestionZh: '核对场次与时长，统一为一种口径',
  suggestionEn: 'Make sessions and hours agree',
})
