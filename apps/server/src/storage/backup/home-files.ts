import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/**
 * What of a home folder is not copied as files: the stores and the secret are backed up in their own way, the rest is of
 * this run only. `lock.db` must not even be opened: closing it would let the folder's lock go.
 */
const NOT_FILES = /^(records|facts|tmp|replaced|backups|lock\..*|lock\.db-.*|secret\.key|restoring\.json)$|\.new$/

/** Other files of a home folder (originals of imports, quarantine, the audit anchor …): paths in it, with `/`. */
export async function listHomeFiles(home: string): Promise<string[]> {
  const top = (await readdir(home, { withFileTypes: true })).filter((e) => !NOT_FILES.test(e.name))
  const nested = await Promise.all(
    top.map(async (entry) => {
      if (entry.isFile()) return [entry.name]
      if (!entry.isDirectory()) return []
      const inside = await readdir(join(home, entry.name), { withFileTypes: true, recursive: true })
      return inside
        .filter((f) => f.isFile())
        .map((f) => relative(home, join(f.parentPath, f.name)).split(sep).join('/'))
    }),
  )
  return nested.flat().toSorted()
}

/** What stands in a home folder and belongs to its data, so that a restore would replace it. */
export async function listHomeData(home: string): Promise<string[]> {
  const notData = /^(tmp|replaced|backups|lock\..*|lock\.db-.*|restoring\.json)$/
  return (await readdir(home)).filter((name) => !notData.test(name))
}
