import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CliHome, createCliHome } from '../support/cli-home.ts'

let home: CliHome

beforeAll(async () => {
  home = await createCliHome()
  expect((await home.run('store', 'create', 'alpha', '--name', '阿尔法')).exitCode).toBe(0)
})
afterAll(() => home.remove())

test('an item is opened, adjusted and shown from the shell, and is there in the next run', async () => {
  expect(await home.json('trade', 'open', 'alpha', 'cup', '--stock', '20', '--title', '马克杯')).toMatchObject({
    free: 20,
  })
  const parts = await home.write(
    'set.json',
    JSON.stringify({ item: 'pair', kind: 'bundle', parts: [{ item: 'cup', units: 2 }] }),
  )
  expect(await home.json('trade', 'open', 'alpha', '--file', parts)).toMatchObject({ kind: 'bundle', free: 10 })
  expect(await home.json('trade', 'adjust', 'alpha', 'cup', '--by', '-5', '--reason', '破损')).toMatchObject({
    free: 15,
  })
  const shown = await home.run('trade', 'show', 'alpha')
  expect(shown.stdout).toMatch(/cup +马克杯 +sku +15 +0 +0 +0 +15/)
  await expect
    .poll(() => home.json('trade', 'figures', 'alpha'))
    .toMatchObject({ state: 'running', figures: { items: 2, stock: { free: 15 }, journal: { fault: null } } })
})

test('what the core refuses is a failure that says what to do', async () => {
  const refused = await home.run('trade', 'adjust', 'alpha', 'cup', '--by', '-50', '--reason', '盘亏')
  expect(refused.exitCode).toBe(1)
  expect(refused.stderr).toContain('调整后可售库存将为负')
  expect((await home.run('trade', 'adjust', 'alpha', 'cup', '--by', 'x', '--reason', 'y')).exitCode).toBe(2)
  expect((await home.run('trade', 'order', 'alpha', '12345')).exitCode).toBe(1)
})

test('a key to submit orders is told once', async () => {
  expect((await home.run('trade', 'token', 'alpha', '前台')).stdout.trim()).toMatch(/^zg_[0-9a-f-]{36}_[\w-]{43}$/)
})

test('[P7.10] [P7.11] [P7.06] what buyers go through until they have paid is told from the shell', async () => {
  expect(await home.json('order', 'reminders', 'alpha')).toMatchObject({ plans: [] })
  expect(await home.json('order', 'checkout', 'alpha')).toMatchObject({ started: 0, lostShare: null })
  expect(await home.json('order', 'losses', 'alpha', '--within', '48')).toMatchObject({ carts: null, orders: null })
  expect((await home.run('order', 'losses', 'alpha', '--within', 'x')).exitCode).not.toBe(0)
  expect(await home.json('order', 'launches', 'alpha')).toEqual({ launches: [], strays: [] })
  const pages = await home.run('load', 'pages', 'alpha', '--from', '2026-11-01', '--to', '2026-11-08')
  expect(pages.stdout).toMatch(/商品详情 +0 +– +2500 +– +1 +打开太少/)
})
