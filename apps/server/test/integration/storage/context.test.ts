import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takeHomeLock } from '../../../src/storage/home-lock.ts'
import { openSecrets } from '../../../src/storage/secrets.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'

let context: TestContext
beforeAll(async () => {
  context = await createTestContext()
})
afterAll(() => context.close())

describe('an opened installation', () => {
  it('answers from both stores', async () => {
    expect(await context.records.query('SELECT 1 AS one')).toEqual([{ one: 1 }])
    expect(await context.facts.query('SELECT {n:UInt64} AS n', { n: 7 })).toEqual([{ n: 7 }])
  })

  it('has every fact table', async () => {
    const tables = await context.facts.query<{ name: string }>(
      'SELECT name FROM system.tables WHERE database = {database:String} ORDER BY name',
      { database: context.facts.database },
    )
    expect(tables.map((t) => t.name)).toEqual(
      [
        'ad_daily',
        'events',
        'feedback',
        'items',
        'members',
        'order_lines',
        'schema_migrations',
        'shop_daily',
        'social_posts',
        'stock_daily',
      ].toSorted(),
    )
  })

  it('keeps its master secret readable by the owner only', async () => {
    const path = join(context.settings.home, 'secret.key')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await readFile(path, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/)
  })

  it('gives a shop the same hash key every time and two shops different ones', () => {
    const again = openSecrets(context.settings.home)
    expect(again.storeHashKey('a')).toEqual(context.secrets.storeHashKey('a'))
    expect(again.storeHashKey('a')).not.toEqual(again.storeHashKey('b'))
  })

  it('refuses its folder to a second opener, naming the holder', () => {
    expect(() => takeHomeLock(context.settings.home, context.clock)).toThrow(`进程 ${process.pid}`)
  })
})
