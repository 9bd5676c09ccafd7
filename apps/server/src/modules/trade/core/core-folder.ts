import { randomInt } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type AdmissionOptions, DEFAULT_OPTIONS } from '@zhanggui/orders'
import { z } from 'zod'
import { ApiFailure } from '../../../http/api-failure.ts'

/** The options of a core stand beside its journal, so that a folder that was moved or restored still says how it is read. */
export const OPTIONS_FILE = 'core.json'
const FORMAT = 1
const HASH_SEEDS = 2 ** 31 - 1

/** Where the order cores of an installation are; one folder a shop. */
export const tradeFolder = (home: string): string => join(home, 'trade')
export const coreFolder = (home: string, store: string): string => join(tradeFolder(home), store)

export const hasCore = (folder: string): boolean => existsSync(join(folder, OPTIONS_FILE))

/** Fewer rows than this save nothing worth having. */
const ORDERS_MIN = 4096

/**
 * Sizes of a new core for a shop that expects so many orders within the time they are kept, rounded up to a power of two.
 * For each order two lines, two remembered answers (reserved, paid) and two rows under limits (buyer, address).
 */
export function optionsFor(ordersExpected: number): AdmissionOptions {
  const orders = 2 ** Math.ceil(Math.log2(Math.max(ORDERS_MIN, ordersExpected)))
  return {
    ...DEFAULT_OPTIONS,
    items: Math.min(DEFAULT_OPTIONS.items, orders),
    orders,
    lines: orders * 2,
    replies: orders * 2,
    limits: orders * 2,
    tickets: orders,
    blocks: Math.min(DEFAULT_OPTIONS.blocks, orders),
    velocitySlots: Math.min(DEFAULT_OPTIONS.velocitySlots, orders),
    // Drawn anew for every core: nobody outside can choose ids that meet in its tables.
    hashSeed: randomInt(1, HASH_SEEDS),
  }
}

function writeWhole(path: string, text: string): void {
  const fd = openSync(`${path}.new`, 'w', 0o600)
  try {
    writeSync(fd, text)
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
  renameSync(`${path}.new`, path)
}

/** Makes the folder of a new core; its names are on disk before the first command is answered, as opening a segment syncs them. */
export function makeCoreFolder(folder: string, options: AdmissionOptions): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeWhole(join(folder, OPTIONS_FILE), `${JSON.stringify({ format: FORMAT, options }, null, 2)}\n`)
}

const damaged = (damage: string, detail?: string): ApiFailure =>
  new ApiFailure('trade_damaged', {
    damage: detail ? `${damage} (${detail})` : damage,
    file: OPTIONS_FILE,
    offset: 0,
    sequence: 0,
  })

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const CoreFile = z.object({
  format: z.number().int(),
  options: z.object(
    Object.fromEntries(Object.keys(DEFAULT_OPTIONS).map((name) => [name, z.number().int()])) as {
      [name in keyof AdmissionOptions]: z.ZodNumber
    },
  ),
})

/** The options a core was made with. Errors: throws `ApiFailure` `trade_damaged`. */
export function readCoreOptions(folder: string): AdmissionOptions {
  const file = CoreFile.safeParse(parsed(readFileSync(join(folder, OPTIONS_FILE), 'utf8')))
  if (!file.success) throw damaged('bit_rot')
  if (file.data.format > FORMAT) throw damaged('newer_version', String(file.data.format))
  return file.data.options
}
