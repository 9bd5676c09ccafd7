import { describe, expect, it } from 'vitest'
import { recordChanges } from './record-changes.ts'

describe('recordChanges', () => {
  it.each([
    ['nothing before: every field is added', null, { a: 1 }, [['a', 'added']]],
    ['nothing after: every field is removed', { a: 1 }, null, [['a', 'removed']]],
    ['equal records have no changes', { a: { b: [1, 2] } }, { a: { b: [1, 2] } }, []],
    ['an emptied field is removed', { a: 'x', b: 1 }, { a: null, b: 1 }, [['a', 'removed']]],
    [
      'nested fields carry their path',
      { a: { b: 1 } },
      { a: { b: 2, c: 3 } },
      [
        ['a.b', 'changed'],
        ['a.c', 'added'],
      ],
    ],
    ['a list is one value', { a: [1, 2] }, { a: [2, 1] }, [['a', 'changed']]],
    ['a plain value is a change without a path', 'x', 'y', [['', 'changed']]],
  ])('%s', (_, before, after, expected) => {
    expect(recordChanges(before, after).map((c) => [c.path, c.kind])).toEqual(expected)
  })
})
