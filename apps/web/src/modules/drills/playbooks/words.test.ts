import { expect, test } from 'vitest'
import { fieldName, subjectName, valueText } from './words.ts'

test.each([
  ['cents', 9900, '¥99.00'],
  ['bidCents', 123456, '¥1,234.56'],
  ['weight', 3600, '36.0%'],
  ['weight', 1768, '17.7%'],
  ['health', 0.97, '97.0%'],
  ['state', 'backup', '备用'],
  ['active', false, '否'],
  ['steppedAt', null, '–'],
  ['pace', 0.71234, '0.71'],
  ['stock', 12000, '12,000'],
  ['item', '玻尿酸', '玻尿酸'],
])('%s %s reads %s', (field, value, text) => {
  expect(valueText(field, value, 'zh')).toBe(text)
})

test('a cost is named by what is paid for', () => {
  expect([fieldName('costCents', 'zh', 'fission'), fieldName('costCents', 'zh', 'carrier')]).toEqual([
    '新客成本',
    '每次成本',
  ])
})

test('what nobody named is shown as it is', () => {
  expect([subjectName('thing', 'zh'), fieldName('thing', 'en')]).toEqual(['thing', 'thing'])
})
