import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { waitUntil } from './wait-until.ts'

const MAKING_MS = 150_000

/** True for whoever comes first. */
function takeTurn(turn: string): boolean {
  try {
    mkdirSync(turn)
    return true
  } catch {
    return false
  }
}

async function makeUnlessMade(made: string, make: (folder: string) => Promise<void>): Promise<void> {
  if (existsSync(made)) return
  const beside = `${made}-beside`
  rmSync(beside, { recursive: true, force: true })
  await make(beside)
  renameSync(beside, made)
}

/**
 * A folder that the test files of one run share and that is gone with the run: the first that asks makes it, the others wait
 * for it. Nobody may write into it.
 * Errors: throws when a file could not make it; that file says why.
 */
export async function onceARun(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const made = join(inject('runFolder'), name)
  const turn = `${made}-turn`
  if (takeTurn(turn)) {
    try {
      await makeUnlessMade(made, make)
    } finally {
      rmSync(turn, { recursive: true })
    }
  } else await waitUntil(`the ${name} that another file makes`, async () => !existsSync(turn), MAKING_MS)
  if (!existsSync(made)) throw new Error(`the ${name} of this run could not be made; the file that tried says why`)
  return made
}
