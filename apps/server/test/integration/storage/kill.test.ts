import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createRng } from '@zhanggui/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openContext } from '../../../src/open-context.ts'
import { readSettings } from '../../../src/settings.ts'
import { startChild } from '../../support/child-process.ts'
import { copyNewInstallation } from '../../support/copy-new-installation.ts'
import { waitUntil } from '../../support/wait-until.ts'

const WRITER = join(import.meta.dirname, 'processes/write-until-killed.ts')
const ROUNDS = 3
const rng = createRng('kill-9')

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'zhanggui-kill-'))
  await copyNewInstallation(home)
})
afterAll(() => rm(home, { recursive: true, force: true }))

async function storedNumbers(): Promise<{ facts: number[]; records: number[] }> {
  const context = await openContext(readSettings({ ZHANGGUI_HOME: home, LOG_LEVEL: 'silent' }))
  try {
    const facts = await context.facts.query<{ n: number }>('SELECT n FROM answered ORDER BY n')
    const records = await context.records.query<{ n: string }>('SELECT n FROM answered ORDER BY n')
    return { facts: facts.map((r) => r.n), records: records.map((r) => Number(r.n)) }
  } finally {
    await context.close()
  }
}

it('a write that was answered survives kill -9, in both stores, round after round', async () => {
  const answered: number[] = []
  for (let round = 1; round <= ROUNDS; round++) {
    const writer = startChild(WRITER, [`${round * 1_000_000}`], { ZHANGGUI_HOME: home, LOG_LEVEL: 'silent' })
    await waitUntil('the first answered write', async () => writer.lines.length > 0)
    await sleep(rng.int(700))
    await writer.kill()
    answered.push(...writer.lines.map(Number))
    const stored = await storedNumbers()
    expect(answered.filter((n) => !stored.facts.includes(n))).toEqual([])
    expect(answered.filter((n) => !stored.records.includes(n))).toEqual([])
    expect(new Set(stored.facts).size).toBe(stored.facts.length)
  }
  expect(answered.length).toBeGreaterThanOrEqual(ROUNDS)
})
