import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import type { ErasureReport } from '@zhanggui/contract'
import { eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { imports } from '../../data/schema.ts'
import { dropStages } from '../../data/stage-group.ts'
import { maskQuotedValues, masksOf } from './mask-identifiers.ts'

type PurgedFile = ErasureReport['files'][number]

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

const inHome = (home: string, path: string): string => relative(home, path).split(sep).join('/')

/** Whether anything was there. */
async function remove(home: string, path: string): Promise<PurgedFile[]> {
  if (!(await exists(path))) return []
  await rm(path, { recursive: true, force: true })
  return [{ path: inHome(home, path), done: 'removed' }]
}

/** Refused rows quote values of files; where they quote the person, they say `***`. */
async function maskQuarantine(home: string, path: string, mask: (text: string) => string): Promise<PurgedFile[]> {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return []
  const masked = maskQuotedValues(text, mask)
  if (masked === text) return []
  await writeFile(`${path}.new`, masked, { mode: 0o600 })
  await rename(`${path}.new`, path)
  return [{ path: inHome(home, path), done: 'masked' }]
}

async function maskShownRejects(context: Context, id: number, mask: (text: string) => string): Promise<void> {
  const [row] = await context.records.db.select({ rejects: imports.rejects }).from(imports).where(eq(imports.id, id))
  const rejects = row?.rejects.map((reject) => ({ ...reject, value: mask(reject.value) }))
  if (rejects) await context.records.db.update(imports).set({ rejects }).where(eq(imports.id, id))
}

/**
 * Files and leftovers of a shop that may still say who somebody was: uploads that wait for an import, spooled parts and
 * staging tables of imports that are over, and values quoted in quarantine files.
 */
export async function purgeFiles(
  context: Context,
  store: string,
  identifiers: readonly string[],
): Promise<{ files: PurgedFile[]; originals: string[] }> {
  const { home } = context.settings
  const mask = masksOf(identifiers)
  const jobs = await context.records.db
    .select({ id: imports.id, request: imports.request })
    .from(imports)
    .where(eq(imports.store, store))
  const files = await remove(home, join(home, 'uploads', store))
  const originals = new Set<string>()
  for (const { id, request } of jobs) {
    await dropStages(context, id)
    files.push(...(await remove(home, join(home, 'tmp', `import-${id}`))))
    files.push(...(await maskQuarantine(home, join(home, 'imports', String(id), 'quarantine.csv'), mask)))
    await maskShownRejects(context, id, mask)
    for (const { path } of request)
      if (!resolve(path).startsWith(resolve(home) + sep) && (await exists(path))) originals.add(path)
  }
  return { files, originals: [...originals].toSorted() }
}
