import { join } from 'node:path'
import type { QueryResult } from '@zhanggui/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CliHome, createCliHome } from '../support/cli-home.ts'

let home: CliHome
let file: string
beforeAll(async () => {
  home = await createCliHome()
  file = join(home.folder, 'all.zhanggui')
  await home.json('demo', 'create', '--from', '2026-03-01', '--until', '2026-03-03', '--scale', '0.1')
})
afterAll(() => home.remove())

const FIGURES = ['query', 'demo', '--metrics', 'paid,orders,uv', '--by', 'day']

test('a backup restored into an empty folder answers the same', async () => {
  const before = await home.json<QueryResult>(...FIGURES)
  const made = await home.json<{ file: string; facts: Record<string, number> }>('backup', file)
  expect(made.file).toBe(file)
  expect(made.facts.events).toBeGreaterThan(0)
  // The embedded fact engine binds one folder a process: what is elsewhere needs processes of its own.
  const elsewhere = async <T>(...args: string[]): Promise<T> =>
    JSON.parse((await home.spawn(...args, '--home', join(home.folder, 'elsewhere'), '--json')).stdout) as T
  expect(await elsewhere('restore', file)).toMatchObject({ facts: made.facts })
  expect(await elsewhere(...FIGURES)).toEqual(before)
})

test('a folder that holds data is not replaced without --force', async () => {
  const { exitCode, stderr } = await home.spawn('restore', file)
  expect(exitCode).toBe(1)
  expect(stderr).toContain('--force')
})

test('a file that is no backup is refused', async () => {
  const other = await home.write('other.txt', 'hello')
  expect((await home.run('restore', other, '--home', join(home.folder, 'third'))).exitCode).toBe(1)
})
