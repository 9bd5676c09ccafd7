import { DrizzleQueryError } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { describeFault } from './describe-fault.ts'

test('[P13.09] a failed query on records keeps its statement and code, not the values bound to it', () => {
  const cause = Object.assign(new Error('Key (email)=(lin@example.cn) already exists'), { code: '23505' })
  const fault = describeFault(new DrizzleQueryError('insert into users values ($1)', ['lin@example.cn'], cause))
  expect(fault).toMatchObject({ code: '23505', message: 'insert into users values ($1)' })
  expect(JSON.stringify(fault)).not.toContain('lin@example.cn')
})

test('the places in the source are kept, so that a fault can be found', () => {
  expect(describeFault(new TypeError('x is not a function')).at[0]).toContain('describe-fault.test.ts')
})

test('something that is no error is said to be none', () => {
  expect(describeFault('13800138000')).toEqual({ type: 'string', code: undefined, message: 'not an Error', at: [] })
})
