import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Mutant } from './mutants.ts'
import type { OrdersModule } from './server.ts'

const PACKAGE = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Loads a copy of the package with one bug planted, does something with it, and takes the copy away. */
export async function withMutant<T>(mutant: Mutant, use: (orders: OrdersModule) => T): Promise<T> {
  // Inside the package, so that what it imports is found; `tmp/` is never committed.
  const base = join(PACKAGE, 'tmp')
  mkdirSync(base, { recursive: true })
  const folder = mkdtempSync(join(base, 'mutant-'))
  try {
    cpSync(join(PACKAGE, 'src'), folder, { recursive: true })
    plant(join(folder, mutant.file), mutant)
    const loaded: OrdersModule = await import(/* @vite-ignore */ pathToFileURL(join(folder, 'index.ts')).href)
    return use(loaded)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function plant(path: string, { bug, find, replace }: Mutant): void {
  const text = readFileSync(path, 'utf8')
  if (text.split(find).length !== 2) throw new Error(`"${bug}": what it changes does not stand once in ${path}`)
  writeFileSync(
    path,
    text.replace(find, () => replace),
  )
}
