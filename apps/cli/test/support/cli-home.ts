import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyNewInstallation } from '../../../server/test/support/copy-new-installation.ts'
import { processSurroundings } from '../../src/surroundings.ts'
import type { CliRun } from './cli-run.ts'
import { keepOpen } from './keep-open.ts'
import { runCli } from './run-cli.ts'
import { spawnCli } from './spawn-cli.ts'

export type CliHome = {
  folder: string
  /** Runs a command inside the test's process; the data folder stays open between such commands. */
  run(...args: string[]): Promise<CliRun>
  /** Runs with `--json`, which must succeed, and gives the parsed answer. */
  json<T>(...args: string[]): Promise<T>
  /** Runs a command as a process of its own, on the data folder closed. */
  spawn(...args: string[]): Promise<CliRun>
  /** Writes a file beside the data folder. Shape: its path. */
  write(name: string, text: string): Promise<string>
  remove(): Promise<void>
}

/** A fresh data folder to run commands on. One in a test file: the embedded fact engine binds one folder a process. */
export async function createCliHome(): Promise<CliHome> {
  const folder = await mkdtemp(join(tmpdir(), 'zhanggui-cli-'))
  const env = { ZHANGGUI_HOME: join(folder, 'home') }
  await copyNewInstallation(env.ZHANGGUI_HOME)
  const installation = keepOpen(processSurroundings().openContext)
  const run = (...args: string[]): Promise<CliRun> =>
    runCli(args, { env: { ...process.env, ...env }, openContext: installation.openContext })
  return {
    folder,
    run,
    async json<T>(...args: string[]): Promise<T> {
      const { exitCode, stdout, stderr } = await run(...args, '--json')
      if (exitCode !== 0) throw new Error(`zhanggui ${args.join(' ')} ended with ${exitCode}: ${stderr}`)
      return JSON.parse(stdout) as T
    },
    async spawn(...args) {
      await installation.close()
      return spawnCli(args, env)
    },
    async write(name, text) {
      const file = join(folder, name)
      await writeFile(file, text)
      return file
    },
    async remove() {
      await installation.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
