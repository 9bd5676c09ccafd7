import type { PlaybookActionType } from '@zhanggui/contract'
import { expect, test } from 'vitest'
import { shown, stored } from './edit-form.ts'

type Param = PlaybookActionType['params'][number]
const param = (kind: Param['kind']): Param => ({ key: 'k', zh: 'k', en: 'k', kind, initial: 0 })

test.each<[Param['kind'], Parameters<typeof shown>[1], string | number]>([
  ['money', 12_345, 123.45],
  ['share', 0.07, 7],
  ['number', 3, 3],
  ['minutes', 60, 60],
  ['text', '通知', '通知'],
  ['shares', [0.05, 0.15, 0.3], '5, 15, 30'],
  ['names', ['a', 'b'], 'a, b'],
])('%s %s is typed as %s, and read back as it was', (kind, value, typed) => {
  expect(shown(param(kind), value)).toBe(typed)
  expect(stored(param(kind), typed)).toEqual(value)
})

test('a list may be parted by Chinese commas, with percent signs', () => {
  expect(stored(param('shares'), '5%，15%、30%')).toEqual([0.05, 0.15, 0.3])
})
