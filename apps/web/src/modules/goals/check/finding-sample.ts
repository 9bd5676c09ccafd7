import type { CheckedFinding } from '@zhanggui/contract'

/** A finding for tests, with other fields where a test needs them. */
export const finding = (number: number, more: Partial<CheckedFinding> = {}): CheckedFinding => ({
  number,
  rule: 'goal-unset',
  level: 'error',
  at: { part: 'goals', id: 'g1', field: 'target' },
  source: null,
  figures: {},
  messageZh: '目标“月活”还没有填写数值',
  messageEn: 'Goal "MAU" has no target yet',
  suggestionZh: '填写',
  suggestionEn: 'Enter it',
  rows: ['P2.06'],
  key: String(number),
  acknowledged: null,
  ...more,
})
