import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { MarketTruth } from '@zhanggui/simulator'

/** Where a demo shop's planted truths are kept. Its presence says that the shop was made to the end. */
export const demoTruthPath = (home: string, store: string): string => join(home, 'demo-truth', `${store}.json`)

/** Null when the shop was never made, or not to the end. */
export async function readDemoTruth(home: string, store: string): Promise<MarketTruth | null> {
  try {
    return JSON.parse(await readFile(demoTruthPath(home, store), 'utf8')) as MarketTruth
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw cause
  }
}

/** Appears whole or not at all. */
export async function writeDemoTruth(home: string, store: string, truth: MarketTruth): Promise<void> {
  const path = demoTruthPath(home, store)
  await mkdir(dirname(path), { recursive: true })
  const file = await open(`${path}.part`, 'w')
  try {
    await file.writeFile(JSON.stringify(truth, null, 1))
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.part`, path)
}

export const removeDemoTruth = (home: string, store: string): Promise<void> =>
  rm(demoTruthPath(home, store), { force: true })
