import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseDay } from '@zhanggui/kernel'
import { createMarket } from '@zhanggui/simulator'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findStore } from '../../../src/modules/admin/stores.ts'
import { createDemo } from '../../../src/modules/drills/demo/create-demo.ts'
import { openContext } from '../../../src/open-context.ts'
import { readSettings } from '../../../src/settings.ts'
import { startChild } from '../../support/child-process.ts'
import { copyNewInstallation } from '../../support/copy-new-installation.ts'
import { waitUntil } from '../../support/wait-until.ts'
import { demoFacts } from './demo-facts.ts'

const MAKER = join(import.meta.dirname, 'processes/create-demo-until-killed.ts')

const ASKED = { seed: 'killed', from: parseDay('2026-05-01'), scale: 0.4 }

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'zhanggui-demo-kill-'))
  await copyNewInstallation(home)
})
afterAll(() => rm(home, { recursive: true, force: true }))

it('killed on the way, the demo shop is not there, and made again it has every row once', async () => {
  const env = { ZHANGGUI_HOME: home, LOG_LEVEL: 'silent' }
  const maker = startChild(MAKER, [], env)
  // At most two chunks of rows are under way at a time: by now the first ones are stored.
  await waitUntil('most of the days', async () => maker.lines.includes('facts 150'), 90_000)
  await maker.kill()
  expect(maker.lines).not.toContain('made')

  const context = await openContext(readSettings(env))
  try {
    expect(await findStore(context, 'demo')).toBeNull()
    expect((await demoFacts(context, 'demo')).events?.rows).toBeGreaterThan(0)
    expect(await createDemo(context, ASKED)).toMatchObject({ created: true })
    const made = await demoFacts(context, 'demo')
    const market = createMarket('killed', { from: ASKED.from, scale: ASKED.scale })
    let [events, lines] = [0, 0]
    for (const { rows } of market.days()) {
      events += rows.events.length
      lines += rows.order_lines.length
    }
    expect([made.events?.rows, made.order_lines?.rows]).toEqual([events, lines])
  } finally {
    await context.close()
  }
})
