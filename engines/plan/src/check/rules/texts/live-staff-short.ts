import { readLivePlan } from '../../../scan/live-plans.ts'
import { inTexts } from '../../in-texts.ts'
import { defineRule } from '../../rule.ts'

/** One before the camera and one behind it. Source: own default. */
const PEOPLE_ON_AIR = 2
/** Hours a person works in a week; the legal rest is kept. Source: labour law, 40 hours; to be confirmed. */
const HOURS_A_WEEK = 40

const shortages = (text: string) => {
  const plan = readLivePlan(text)
  if (plan?.hoursPerDay == null || plan.people === null) return []
  const neededHours = plan.hoursPerDay * 7 * PEOPLE_ON_AIR
  const availableHours = plan.people * HOURS_A_WEEK
  return neededHours > availableHours
    ? [{ hoursPerDay: plan.hoursPerDay, people: plan.people, neededHours, availableHours }]
    : []
}

export const liveStaffShort = defineRule({
  id: 'live-staff-short',
  level: 'warning',
  rows: ['X20', 'P4.14', 'P8.23'],
  find: (view) => inTexts(view, shortages),
  messageZh: (f) =>
    `每天直播 ${f.hoursPerDay} 小时每周需 ${f.neededHours} 人时，${f.people} 人只有 ${f.availableHours} 人时`,
  messageEn: (f) =>
    `${f.hoursPerDay} h live a day need ${f.neededHours} person-hours a week; ${f.people} people have ${f.availableHours}`,
  suggestionZh: '增加主播与场控，或减少直播时长；排班要保证法定休息',
  suggestionEn: 'Add hosts or cut hours; the rota has to keep the legal rest',
})
