import { findProfile } from '@zhanggui/budget'
import { atPlan } from '../../places.ts'
import { defineRule } from '../../rule.ts'

export const profileUnknown = defineRule({
  id: 'profile-unknown',
  level: 'error',
  rows: ['X23'],
  find: ({ plan: { profile } }) => (profile !== null && !findProfile(profile) ? [atPlan('profile', { profile })] : []),
  messageZh: ({ profile }) => `预算模式“${profile}”不存在`,
  messageEn: ({ profile }) => `There is no profile "${profile}"`,
  suggestionZh: '从列表中重新选择',
  suggestionEn: 'Choose one from the list',
})
