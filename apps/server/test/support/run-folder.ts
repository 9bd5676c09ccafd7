import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder that the tests of one run share and that is gone afterwards. */
    runFolder: string
  }
}

export default function shareRunFolder(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'zhanggui-run-'))
  project.provide('runFolder', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
