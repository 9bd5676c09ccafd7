import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseDay } from '@zhanggui/kernel'
import { createDemo, openContext, type Settings } from '@zhanggui/server'
import { inject } from 'vitest'

/** A year and a bit, small: enough for year on year and for a 双11 in both years. */
const SMALL_SHOP = { from: parseDay('2025-09-15'), until: parseDay('2026-11-14'), scale: 0.12 }

/**
 * Fills a home folder with a small demo shop that nobody owns yet. The first test file of a run makes it, which takes ten
 * seconds of computing; the others copy it. Test files run one after the other.
 */
export async function fillDemoHome(settings: Settings): Promise<void> {
  const made = join(inject('runFolder'), 'demo-home')
  if (existsSync(made)) return cpSync(made, settings.home, { recursive: true })
  const context = await openContext(settings)
  try {
    await createDemo(context, SMALL_SHOP)
  } finally {
    await context.close()
  }
  cpSync(settings.home, made, { recursive: true })
}
