import { expect, test } from 'vitest'
import { readReference } from './read-reference.ts'

const ref = { kind: 'query', metrics: ['paid'], by: [], from: '2026-01-01', to: '2026-02-01' }

test('the address of a figure is read as it was written', () => {
  expect(readReference(JSON.stringify(ref))).toEqual(ref)
})

test.each([null, '', '{"kind":"query"', '{"kind":"elsewhere"}', '[1]', '{"kind":"query","metrics":"paid"}'])(
  'an address cut short or written by hand leads nowhere: %s',
  (text) => {
    expect(readReference(text)).toBe(null)
  },
)
