import { expect, test } from 'vitest'
import { fieldName, subjectName, valueText } from './words.ts'

test.each([
  ['cents', 9900, '¥99'],
  ['bidCents', 123456, '¥1,234.56'],
  ['weight', 3600, '36%'],
  ['state', 'backup', '备用'],
  ['active', false, '否'],
  ['steppedAt', null, '–'],
  ['steppedAt', 29_389_680, '2025-11-17'],
  ['pace', 0.71234, '0.71'],
  ['stock', 12000, '12,000'],
  ['item', '玻尿酸', '玻尿酸'],
])('%s %s reads %s', (field, value, text) => {
  expect(valueText(field, value, 'zh')).toBe(text)
})

test('what nobody named is shown as it is', () => {
  expect([subjectName('thing', 'zh'), fieldName('thing', 'en')]).toEqual(['thing', 'thing'])
})
