import { expect, test } from 'vitest'
import { FACT_TABLES, forgottenColumn, getFactTable, isForgottenSql } from './index.ts'

test('[P13.09] every table that hashes a person says which column it is, what else goes and what it is kept for', () => {
  const hashing = FACT_TABLES.filter(({ columns }) =>
    columns.some(({ meaning }) => /keyed hash of the (buyer|visitor)/.test(meaning)),
  )
  expect(hashing.map(({ name }) => name)).toEqual(FACT_TABLES.filter(({ person }) => person).map(({ name }) => name))
  for (const { person, columns } of hashing) {
    const names = columns.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining([person?.column, ...(person?.blank ?? []), ...(person?.rename ?? [])]))
    expect(person?.purposeZh).toMatch(/[\u4e00-\u9fff]/)
    expect(person?.purposeEn).toMatch(/[a-z]/)
  }
})

test.each([
  ['the person', 'buyer', 'if(1, 0, buyer)'],
  ['a finer place', 'city', "if(1, '', city)"],
  ['money', 'paid_cents', 'paid_cents'],
])('of a forgotten order line, %s: %s', (_what, name, sql) => {
  const table = getFactTable('order_lines')
  const column = table.columns.find((c) => c.name === name)
  expect(column && forgottenColumn(table, column, '1')).toBe(sql)
})

test('nobody is never somebody on the list', () => {
  expect(isForgottenSql({ column: 'visitor' })).toMatch(/^\(visitor != 0 AND /)
})
