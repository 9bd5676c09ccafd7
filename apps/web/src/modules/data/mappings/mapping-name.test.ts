import { expect, test } from 'vitest'
import { mappingName } from './mapping-name.ts'

const untitled = (headers: string) => `${headers} …`
const mapping = (...headers: string[]) => ({
  format: 'orders',
  columns: headers.map((header, column) => ({ column, header, field: null, confidence: 0 })),
  options: {},
})

test.each([
  ['its name', '千牛订单', ['a'], '千牛订单'],
  ['all of few headers', null, ['订单编号', ' 总金额 '], '订单编号 · 总金额'],
  ['the first of many headers', null, ['a', '', 'b', 'c', 'd'], 'a · b · c …'],
])('a mapping is called by %s', (_rule, name, headers, shown) => {
  expect(mappingName({ name, mapping: mapping(...headers) }, untitled)).toBe(shown)
})
