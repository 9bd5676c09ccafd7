import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Redis } from 'ioredis'

export const LIBRARY_NAME = 'zhanggui_trade'

/** In the order in which they build on one another: a library is one file to Redis. */
const FILES = ['shard', 'replies', 'items', 'lines', 'time', 'reserve', 'payments', 'settle', 'library'] as const

const LUA = join(import.meta.dirname, 'lua')

/** The admission rules as a library of Redis functions. */
export const librarySource = (): string =>
  [`#!lua name=${LIBRARY_NAME}`, ...FILES.map((name) => readFileSync(join(LUA, `${name}.lua`), 'utf8'))].join('\n')

/** Loads the library into these masters; their replicas and append-only files get it from them. */
export async function loadLibrary(masters: readonly Redis[]): Promise<void> {
  const source = librarySource()
  await Promise.all(masters.map((master) => master.function('LOAD', 'REPLACE', source)))
}
