import { expect, it } from 'vitest'
import { maskEngineMessage } from './mask-engine-message.ts'

it.each([
  [
    'CANNOT_PARSE_TEXT',
    "Cannot parse string '张三' as UInt8: syntax error",
    "Cannot parse string '…' as UInt8: syntax error",
  ],
  ['CANNOT_PARSE_TEXT', "Cannot parse 'it\\'s 13800138000' here", "Cannot parse '…' here"],
  ['CANNOT_PARSE_INPUT_ASSERTION_FAILED', 'Row 1: value 13800138000 is bad', 'Row 1: value … is bad'],
  [
    'UNKNOWN_IDENTIFIER',
    "Unknown expression identifier `x` in scope SELECT x, '13800138000'",
    'Unknown expression identifier `x`',
  ],
  ['UNKNOWN_TABLE', "Unknown table 'no_such_table' in scope SELECT 1", "Unknown table 'no_such_table'"],
  ['TYPE_MISMATCH', "Cannot convert string '2020': While executing 'secret'", "Cannot convert string '2020'"],
])('an engine message keeps its meaning and loses its data (%s)', (code, message, expected) => {
  expect(maskEngineMessage(message, code)).toBe(expected)
})
