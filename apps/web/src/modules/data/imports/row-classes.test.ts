import { describe, expect, it } from 'vitest'
import { rowClasses, rowClassName } from './row-classes.ts'

describe('rowClasses', () => {
  it.each([
    ['nothing classified', {}, []],
    ['empty classes are left out', { sale: 0 }, []],
    [
      'shares add to the whole, largest first',
      { refund: 1, sale: 3 },
      [
        ['sale', 0.75],
        ['refund', 0.25],
      ],
    ],
    [
      'ties are in the order of their ids',
      { zero: 1, sale: 1 },
      [
        ['sale', 0.5],
        ['zero', 0.5],
      ],
    ],
  ])('%s', (_, classified, expected) => {
    expect(rowClasses(classified as Record<string, number>).map((c) => [c.id, c.share])).toEqual(expected)
  })

  it('a class of a later release keeps its id as its name', () => {
    expect(rowClassName('barter')).toEqual({ zh: 'barter', en: 'barter' })
  })
})
