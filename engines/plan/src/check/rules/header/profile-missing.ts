import { atPlan } from '../../places.ts'
import { defineRule } from '../../rule.ts'

/** A plan's figures are checked against one named set; figures from two sets contradict one another (X23). */
export const profileMissing = defineRule({
  id: 'profile-missing',
  level: 'warning',
  rows: ['X23', 'P4.06', 'P3.08'],
  find: ({ plan }) =>
    plan.profile === null && plan.budget.length > 0 ? [atPlan('profile', { lines: plan.budget.length })] : [],
  messageZh: ({ lines }) => `计划有 ${lines} 行预算，但没有指明按哪一种预算模式核对`,
  messageEn: ({ lines }) => `The plan has ${lines} budget lines and names no profile to check them against`,
  suggestionZh: '在计划首页选择一种预算模式',
  suggestionEn: 'Choose a profile on the first page of the plan',
})
