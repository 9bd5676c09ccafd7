import { describe, expect, it } from 'vitest'
import { createTableSql, FACT_TABLES } from './index.ts'

describe('fact tables', () => {
  it.each(FACT_TABLES.map((t) => [t.name, t] as const))(
    '%s names only its own columns in key and partition',
    (_name, table) => {
      const names = new Set(table.columns.map((c) => c.name))
      expect(names.size).toBe(table.columns.length)
      expect(table.orderBy.filter((c) => !names.has(c))).toEqual([])
      expect(table.orderBy[0]).toBe('store')
      const partition = table.partitionBy?.match(/\((\w+)\)/)?.[1]
      if (partition) expect(names.has(partition)).toBe(true)
    },
  )

  it.each(FACT_TABLES.filter((t) => t.mode === 'replace').map((t) => [t.name, t] as const))(
    '%s can tell an unchanged row from an update and knows which one stays',
    (_name, table) => {
      const names = table.columns.map((c) => c.name)
      expect(names).toEqual(expect.arrayContaining(['version', 'content_hash', 'import_id']))
      // A key that holds the import would keep every version for good.
      expect(table.orderBy).not.toContain('import_id')
    },
  )

  it('on a cluster rows live in a local table under a distributed one', () => {
    const [local, distributed] = createTableSql(FACT_TABLES[0] as (typeof FACT_TABLES)[number], {
      database: 'z',
      cluster: 'two',
    })
    expect(local).toContain('CREATE TABLE IF NOT EXISTS z.events_local ON CLUSTER two')
    expect(distributed).toContain('ENGINE = Distributed(two, z, events_local, visitor)')
  })

  it('every column says what it means', () => {
    for (const table of FACT_TABLES)
      for (const column of table.columns) expect(column.meaning.length).toBeGreaterThan(1)
  })
})
