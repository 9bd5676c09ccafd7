import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { SHORT_LIVED } from '../../../server/test/support/child-process.ts'
import type { CliRun } from './cli-run.ts'

const MAIN = join(import.meta.dirname, '../../src/main.ts')

/** Runs `zhanggui …` as a process of its own, as a script would. */
export function spawnCli(args: readonly string[], env: Record<string, string> = {}): Promise<CliRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...SHORT_LIVED, MAIN, ...args], { env: { ...process.env, ...env } })
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
