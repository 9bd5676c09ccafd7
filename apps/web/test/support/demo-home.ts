import { cpSync } from 'node:fs'
import { parseDay } from '@zhanggui/kernel'
import { createDemo, openContext, readSettings, type Settings } from '@zhanggui/server'
import { copyNewInstallation } from '../../../server/test/support/copy-new-installation.ts'
import { onceARun } from '../../../server/test/support/once-a-run.ts'

/** A year and a bit, small: enough for year on year and for a 双11 in both years. */
const SMALL_SHOP = { from: parseDay('2025-09-15'), until: parseDay('2026-11-14'), scale: 0.12 }

async function makeDemoHome(home: string): Promise<void> {
  await copyNewInstallation(home)
  const context = await openContext(readSettings({ ZHANGGUI_HOME: home, LOG_LEVEL: 'silent' }))
  try {
    await createDemo(context, SMALL_SHOP)
  } finally {
    await context.close()
  }
}

/**
 * Fills a home folder with a small demo shop that nobody owns yet. The first test file of a run makes it, which takes ten
 * seconds of computing; the others wait for it and copy it.
 */
export async function fillDemoHome({ home }: Settings): Promise<void> {
  // Links within the facts are relative and stay so, else a copy would write into what it was copied from.
  cpSync(await onceARun('demo shop', makeDemoHome), home, { recursive: true, verbatimSymlinks: true })
}
