import { cpSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createStore } from '../../src/modules/admin/stores.ts'
import { runImport } from '../../src/modules/data/run-import.ts'
import { openContext } from '../../src/open-context.ts'
import { readSettings } from '../../src/settings.ts'
import { copyNewInstallation } from './copy-new-installation.ts'
import { letGo, until } from './let-go.ts'
import { onceARun } from './once-a-run.ts'
import { DATA_FOLDER } from './real-data.ts'
import { createTestClock, type TestContext } from './test-context.ts'

/** The gift shop of Online Retail II, as it is called in every test. */
export const GIFT_SHOP = { id: 'gifts', name: 'Gifts', currency: 'GBP', timezone: 'Europe/London' } as const

/** Its files, oldest first, under the folder of the public data. */
export const GIFT_SHOP_FILES = ['year_2009_2010', 'year_2010_2011'].map((year) => `online_retail_ii/${year}.csv.gz`)

async function openHome(home: string): Promise<TestContext> {
  const clock = createTestClock()
  const opened = await openContext(readSettings({ ZHANGGUI_HOME: home, LOG_LEVEL: 'silent' }), { clock })
  return { ...opened, clock }
}

async function makeGiftShop(home: string): Promise<void> {
  await copyNewInstallation(home)
  const context = await openHome(home)
  try {
    await createStore(context, GIFT_SHOP, { actor: 'test' })
    const files = GIFT_SHOP_FILES.map((name) => ({ path: join(DATA_FOLDER, name) }))
    await runImport(context, { store: GIFT_SHOP.id, files, actor: 'cli:test' })
    // As background merges do in time: each query of the million lines then takes half the computing.
    await context.facts.command('OPTIMIZE TABLE order_lines FINAL')
  } finally {
    await context.close()
  }
}

/**
 * An installation with the gift shop, closed and removed by `close()`. Both years were imported in one job; that takes six
 * seconds of computing, so the first test file of a run does it and every file gets a copy of its own.
 */
export async function createGiftShop(): Promise<TestContext> {
  const made = await onceARun('gift shop', makeGiftShop)
  const home = await mkdtemp(join(tmpdir(), 'zhanggui-gift-shop-'))
  // Links within the facts are relative and stay so, else a copy would write into what it was copied from.
  cpSync(made, home, { recursive: true, verbatimSymlinks: true })
  const opened = await openHome(home)
  const context: TestContext = until('itself', {
    ...opened,
    async close() {
      await opened.close()
      await rm(home, { recursive: true, force: true })
      letGo(context)
    },
  })
  return context
}
