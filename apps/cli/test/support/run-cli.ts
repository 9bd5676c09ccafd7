import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MAIN = join(import.meta.dirname, '../../src/main.ts')

export type CliRun = { exitCode: number | null; stdout: string; stderr: string }

/** Runs `zhanggui …` as a process of its own, as a script would. */
export function runCli(args: readonly string[], env: Record<string, string> = {}): Promise<CliRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], { env: { ...process.env, ...env } })
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.on('error', reject)
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }))
  })
}

export type CliHome = {
  folder: string
  run(...args: string[]): Promise<CliRun>
  /** Runs with `--json`, which must succeed, and gives the parsed answer. */
  json<T>(...args: string[]): Promise<T>
  remove(): Promise<void>
}

/** A fresh data folder to run commands on. */
export async function createCliHome(): Promise<CliHome> {
  const folder = await mkdtemp(join(tmpdir(), 'zhanggui-cli-'))
  const run = (...args: string[]): Promise<CliRun> => runCli(args, { ZHANGGUI_HOME: join(folder, 'home') })
  return {
    folder,
    run,
    async json<T>(...args: string[]): Promise<T> {
      const { exitCode, stdout, stderr } = await run(...args, '--json')
      if (exitCode !== 0) throw new Error(`zhanggui ${args.join(' ')} ended with ${exitCode}: ${stderr}`)
      return JSON.parse(stdout) as T
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
