import { assert } from '@zhanggui/kernel'
import type { SqlParams } from './fact-store.ts'
import { bareName, stringLiteral } from './sql-literal.ts'

type Value = SqlParams[string]

// Comments, quoted strings and quoted names are stepped over; what remains that looks like {name:Type} is a place.
const TOKEN =
  /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"|`(?:[^`\\]|\\[\s\S])*`|\{\s*([A-Za-z_]\w*)\s*:\s*([^{}]+?)\s*\}/g

const elementText = (value: string | number): string =>
  typeof value === 'number' ? String(value) : stringLiteral(value)

/** The text that ClickHouse parses into the declared type: `[…]` for arrays, else the value itself. */
function valueText(value: Exclude<Value, null>): string {
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (typeof value === 'object') return `[${value.map(elementText).join(',')}]`
  return String(value)
}

function literal(name: string, type: string, value: Value | undefined): string {
  assert(value !== undefined, `the statement's {${name}:${type}} is given a value`)
  if (type === 'Identifier') return bareName(String(value))
  return `_CAST(${value === null ? 'NULL' : stringLiteral(valueText(value))}, ${stringLiteral(type)})`
}

/**
 * Puts values into `{name:Type}` places as `_CAST('…', 'Type')`, the very form ClickHouse gives its own parameters.
 * The embedded engine's native binding runs one parameterised query at a time in the whole process; bound this way, queries
 * of several connections run in parallel.
 * Errors: throws when a place has no value. Places inside strings, quoted names and comments are text.
 * @example bindParams('SELECT {n:UInt8}', { n: 1 }) // "SELECT _CAST('1', 'UInt8')"
 */
export function bindParams(sql: string, params: SqlParams = {}): string {
  return sql.replace(TOKEN, (token: string, name: string | undefined, type: string | undefined) =>
    name === undefined || type === undefined ? token : literal(name, type, params[name]),
  )
}
