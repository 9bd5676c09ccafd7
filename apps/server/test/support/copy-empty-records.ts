import { cp, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'

/** One for each version of PGlite and user of the machine. */
async function templateFolder(): Promise<string> {
  const file = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const description = JSON.parse(await readFile(join(file, '../../package.json'), 'utf8')) as { version: string }
  return join(tmpdir(), `zhanggui-empty-records-${description.version}-${process.getuid?.() ?? 0}`)
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

async function makeTemplate(template: string): Promise<void> {
  const beside = await mkdtemp(`${template}-`)
  await (await PGlite.create(beside)).close()
  // Whoever is first wins; the others' is the same.
  await rename(beside, template).catch(() => rm(beside, { recursive: true, force: true }))
}

/**
 * Puts an empty record store into `folder`. PGlite takes two to three seconds of computing to make one, so that it is made
 * once for the machine and copied: tests then spend their time on what they test.
 */
export async function copyEmptyRecords(folder: string): Promise<void> {
  const template = await templateFolder()
  if (!(await exists(template))) await makeTemplate(template)
  await mkdir(folder, { recursive: true })
  await cp(template, folder, { recursive: true })
}
