import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseDay } from '@zhanggui/kernel'
import { createDemo, openContext, type Settings } from '@zhanggui/server'
import { inject } from 'vitest'
import { copyNewInstallation } from '../../../server/test/support/copy-new-installation.ts'
import { waitUntil } from '../../../server/test/support/wait-until.ts'

/** A year and a bit, small: enough for year on year and for a 双11 in both years. */
const SMALL_SHOP = { from: parseDay('2025-09-15'), until: parseDay('2026-11-14'), scale: 0.12 }

const MAKING_MS = 150_000

/** Links within the facts are relative and stay so, else a copy would write into what it was copied from. */
const WITH_ITS_LINKS = { recursive: true, verbatimSymlinks: true }

async function makeDemoHome(settings: Settings, made: string): Promise<void> {
  await copyNewInstallation(settings.home)
  const context = await openContext(settings)
  try {
    await createDemo(context, SMALL_SHOP)
  } finally {
    await context.close()
  }
  cpSync(settings.home, `${made}-copy`, WITH_ITS_LINKS)
  renameSync(`${made}-copy`, made)
}

/** True for whoever comes first. */
function takeTurn(turn: string): boolean {
  try {
    mkdirSync(turn)
    return true
  } catch {
    return false
  }
}

/**
 * Fills a home folder with a small demo shop that nobody owns yet. The first test file of a run makes it, which takes ten
 * seconds of computing; the others wait for it and copy it.
 */
export async function fillDemoHome(settings: Settings): Promise<void> {
  const made = join(inject('runFolder'), 'demo-home')
  const turn = `${made}-turn`
  if (!existsSync(made) && takeTurn(turn)) {
    try {
      return await makeDemoHome(settings, made)
    } finally {
      rmSync(turn, { recursive: true })
    }
  }
  await waitUntil('the demo shop that another file makes', async () => existsSync(made) || !existsSync(turn), MAKING_MS)
  if (!existsSync(made)) throw new Error('the demo shop of this run could not be made; the file that tried says why')
  cpSync(made, settings.home, WITH_ITS_LINKS)
}
