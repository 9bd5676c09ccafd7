import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { QueryResult, Store } from '@zhanggui/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CliHome, createCliHome } from '../support/run-cli.ts'

let home: CliHome
let file: string
beforeAll(async () => {
  home = await createCliHome()
  file = join(home.folder, 'all.zhanggui')
  await home.json('demo', 'create', '--from', '2026-03-01', '--until', '2026-03-03', '--scale', '0.1')
})
afterAll(() => home.remove())

const figures = (...args: string[]): Promise<QueryResult> =>
  home.json<QueryResult>('query', 'demo', '--metrics', 'paid,orders,uv', '--by', 'day', ...args)

test('a backup restored into an empty folder answers the same', async () => {
  const before = await figures()
  const made = await home.json<{ file: string; facts: Record<string, number> }>('backup', file)
  expect(made.file).toBe(file)
  expect(made.facts.events).toBeGreaterThan(0)
  const elsewhere = ['--home', join(home.folder, 'elsewhere')]
  expect(await home.json('restore', file, ...elsewhere)).toMatchObject({ facts: made.facts })
  expect(await figures(...elsewhere)).toEqual(before)
  expect((await home.json<{ stores: Store[] }>('store', 'list', ...elsewhere)).stores).toMatchObject([{ id: 'demo' }])
})

test('a folder that holds data is not replaced without --force', async () => {
  const { exitCode, stderr } = await home.run('restore', file)
  expect(exitCode).toBe(1)
  expect(stderr).toContain('--force')
})

test('a file that is no backup is refused', async () => {
  const other = join(home.folder, 'other.txt')
  await writeFile(other, 'hello')
  expect((await home.run('restore', other, '--home', join(home.folder, 'third'))).exitCode).toBe(1)
})
