import type { FormatInfo } from '@zhanggui/contract'
import { expect, test } from 'vitest'
import { formatsBySystem, knownFormats } from './format-groups.ts'

const format = (id: string, system: string): FormatInfo => ({
  id,
  system,
  nameZh: id,
  nameEn: id,
  target: 'order_lines',
  columns: [],
  noteZh: '',
  noteEn: '',
})
const formats = [format('a', '千牛'), format('b', 'public data'), format('c', '千牛'), format('orders', 'mapping')]

test('mapping by hand comes first, the systems follow in their order', () => {
  const groups = formatsBySystem(formats, { readAsGroupFree: '手动', readAsGroupPublic: '公开' })
  expect(groups.map((group) => [group.system, group.formats.map((f) => f.id)])).toEqual([
    ['手动', ['orders']],
    ['千牛', ['a', 'c']],
    ['公开', ['b']],
  ])
})

test('a free target is no format that is recognised by itself', () => {
  expect(knownFormats(formats).map((f) => f.id)).toEqual(['a', 'b', 'c'])
})
