import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

test.each([
  ['keys are sorted at every depth', { b: 1, a: { d: 1, c: 2 } }, '{"a":{"c":2,"d":1},"b":1}'],
  ['lists keep their order', [2, 1], '[2,1]'],
  ['nothing is null', undefined, 'null'],
  ['members without a value are left out', { a: undefined, b: 1 }, '{"b":1}'],
  ['an instant is ISO text', { at: new Date(0) }, '{"at":"1970-01-01T00:00:00.000Z"}'],
  ['half a surrogate pair stays readable', '\ud800', '"\\ud800"'],
])('%s', (_rule, value, text) => {
  expect(canonicalJson(value)).toBe(text)
})

test('a member named __proto__ is a member like any other', () => {
  expect(canonicalJson(JSON.parse('{"__proto__":{"x":1},"a":2}'))).toBe('{"__proto__":{"x":1},"a":2}')
})

test('the order in which members were added does not matter, and the value survives', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).reverse())
      expect(canonicalJson(reversed)).toBe(canonicalJson(value))
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
    { seed: 20261111 },
  )
})
