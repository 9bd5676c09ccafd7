import { expect, test } from 'vitest'
import { finding } from './finding-sample.ts'
import { foldSimilar } from './fold-similar.ts'

const of = (rule: string, count: number) =>
  Array.from({ length: count }, (_, i) => finding(i + 1, { rule, key: `${rule}${i}` }))

test('a few findings of a rule are all shown; of many the first three, and the rest are folded', () => {
  const folded = foldSimilar([...of('a', 4), ...of('b', 9), ...of('c', 1)])
  expect(folded.map(({ rule, shown, folded: rest }) => [rule, shown.length, rest.length])).toEqual([
    ['a', 4, 0],
    ['b', 3, 6],
    ['c', 1, 0],
  ])
})
