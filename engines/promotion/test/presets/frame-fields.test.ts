import { describe, expect, it } from 'vitest'
import { checkRules, FRAME_FIELDS, type Rule, TMALL_PARALLEL } from '../../src/index.ts'

/** A rule with one field of its frame set, by its place with dots. */
function framed(key: string, example: unknown): Rule {
  const rule = { ruleId: 'r', name: 'r', mechanic: 'amountOff', params: { cutCents: 100 } }
  const [outer = '', inner] = key.split('.')
  return { ...rule, [outer]: inner === undefined ? example : { [inner]: example } }
}

describe('the frame that every rule has', () => {
  it.each(FRAME_FIELDS.map((field) => [field.zh, field] as const))(
    '%s: its example is sound',
    (_zh, { key, example }) => {
      expect(checkRules(TMALL_PARALLEL, [framed(key, example)])).toEqual([])
    },
  )
})
