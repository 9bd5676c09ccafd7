import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyNewInstallation } from '../test/support/copy-new-installation.ts'

/** A fresh home folder, its record store made already: what is measured is not how one is made. The caller removes it. */
export async function newHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'zhanggui-bench-'))
  await copyNewInstallation(home)
  return home
}
