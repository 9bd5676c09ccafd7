import { expect, test } from 'vitest'
import { clauses, labelled, listed, remarked } from './punctuation.ts'

test('Chinese takes full-width punctuation without spaces', () => {
  expect(labelled('原因', listed(['调价', '换季'], 'zh'), 'zh')).toBe('原因：调价、换季')
  expect(clauses([remarked('支付', '必填', 'zh'), '其他'], 'zh')).toBe('支付（必填）；其他')
})

test('English takes half-width punctuation with spaces', () => {
  expect(labelled('Reason', listed(['price', 'season'], 'en'), 'en')).toBe('Reason: price, season')
  expect(clauses([remarked('Paid', 'required', 'en'), 'other'], 'en')).toBe('Paid (required); other')
})

test('a name without a remark stands alone', () => {
  expect(remarked('支付', '', 'zh')).toBe('支付')
})
