import { expect, it } from 'vitest'
import { bindParams } from './bind-params.ts'

it.each([
  ['a number', 'SELECT {n:UInt8}', { n: 1 }, "SELECT _CAST('1', 'UInt8')"],
  [
    'a type with quotes',
    "SELECT {at:DateTime64(3, 'UTC')}",
    { at: '2026-11-11' },
    "SELECT _CAST('2026-11-11', 'DateTime64(3, \\'UTC\\')')",
  ],
  ['quotes and backslashes', 'SELECT {s:String}', { s: "a'b\\" }, "SELECT _CAST('a\\'b\\\\', 'String')"],
  ['null', 'SELECT {s:Nullable(String)}', { s: null }, "SELECT _CAST(NULL, 'Nullable(String)')"],
  ['a list', 'IN {l:Array(String)}', { l: ['x', "y'"] }, "IN _CAST('[\\'x\\',\\'y\\\\\\'\\']', 'Array(String)')"],
  ['a name', 'FROM {t:Identifier}', { t: 'events' }, 'FROM events'],
  ['a big integer', '{h:UInt64}', { h: 18446744073709551615n }, "_CAST('18446744073709551615', 'UInt64')"],
  ['nothing in a string', "SELECT '{n:UInt8}'", {}, "SELECT '{n:UInt8}'"],
  ['nothing after an escaped quote', "SELECT '\\'{n:UInt8}'", {}, "SELECT '\\'{n:UInt8}'"],
  ['nothing in a comment', 'SELECT 1 -- {n:UInt8}\n', {}, 'SELECT 1 -- {n:UInt8}\n'],
  ['nothing in a map', "SELECT {'a': 1}", {}, "SELECT {'a': 1}"],
] as const)('binds %s', (_, sql, params, expected) => {
  expect(bindParams(sql, params)).toBe(expected)
})

it('a value that looks like a place stays a value', () => {
  expect(bindParams('SELECT {a:String}, {b:String}', { a: '{b:String}', b: 'x' })).toBe(
    "SELECT _CAST('{b:String}', 'String'), _CAST('x', 'String')",
  )
})

it('a place without a value is refused', () => {
  expect(() => bindParams('SELECT {a:String}', {})).toThrow('{a:String}')
})

it('a name that is not bare is refused', () => {
  expect(() => bindParams('FROM {t:Identifier}', { t: 'x; DROP TABLE y' })).toThrow('bare SQL name')
})
