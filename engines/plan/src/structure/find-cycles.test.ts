import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findCycles } from './find-cycles.ts'

const graph = (text: string): Map<string, string[]> =>
  new Map(
    text.split(' ').map((edge) => {
      const [id = '', targets = ''] = edge.split('>')
      return [id, targets === '' ? [] : targets.split(',')]
    }),
  )

describe('circles in a graph', () => {
  test.each([
    ['a chain has none', 'a>b b>c c>', []],
    ['an object that points at itself', 'a>a', [['a']]],
    ['two that point at each other', 'a>b b>a', [['a', 'b']]],
    ['a circle that is reached from outside', 'x>a a>b b>c c>a', [['a', 'b', 'c']]],
    ['two ways to one end are no circle', 'a>b,c b>d c>d d>', []],
    [
      'two circles apart',
      'a>b b>a c>d d>c',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['two circles through one object are told once', 'a>b,c b>a c>a', [['a', 'b']]],
    ['a target that is not there is no circle', 'a>zz', []],
  ])('%s', (_title, text, cycles) => {
    expect(findCycles(graph(text))).toEqual(cycles)
  })

  test('a chain of 20,000 is walked without overflowing the stack', () => {
    const chain = new Map(Array.from({ length: 20_000 }, (_, i) => [`${i}`, [`${i + 1}`]]))
    expect(findCycles(chain)).toEqual([])
    expect(findCycles(new Map([...chain, ['20000', ['0']]]))).toHaveLength(1)
  })

  test('a circle is found exactly when the graph cannot be put in an order', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const edges = fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 8 })
    const law = fc.property(edges, (pairs) => {
      const map = new Map(ids.map((id) => [id, pairs.filter(([from]) => from === id).map(([, to]) => to)]))
      expect(findCycles(map).length > 0).toBe(!canBeOrdered(map))
      for (const cycle of findCycles(map))
        cycle.forEach((id, i) => {
          expect(map.get(id)).toContain(cycle[(i + 1) % cycle.length])
        })
    })
    fc.assert(law, { seed: 7, numRuns: 1000 })
  })
})

/** Kahn: takes away what points at nothing that is left, until nothing moves. */
function canBeOrdered(map: ReadonlyMap<string, readonly string[]>): boolean {
  const left = new Set(map.keys())
  for (let before = -1; before !== left.size; ) {
    before = left.size
    for (const id of left) if ((map.get(id) ?? []).every((to) => !left.has(to))) left.delete(id)
  }
  return left.size === 0
}
