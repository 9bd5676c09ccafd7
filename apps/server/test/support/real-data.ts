import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The project's root; tests run from it. */
const ROOT = resolve(import.meta.dirname, '../../../..')

/** Where the public data sets lie. */
export const DATA_FOLDER = process.env.ZHANGGUI_DATA ?? join(ROOT, '../shared/data')

/** Why a check against public data cannot run here, or undefined when it can. */
export function whyNoRealData(set: string): string | undefined {
  if (!existsSync(join(DATA_FOLDER, set))) return `${set} is not under ${DATA_FOLDER}; set ZHANGGUI_DATA`
  return spawnSync('python3', ['--version']).status === 0 ? undefined : 'the independent calculation needs python3'
}

/** What an independent script makes of the raw files. */
export function independently<T>(script: string, ...args: string[]): T {
  const path = join(ROOT, 'apps/server/test/reference', script)
  const { status, stdout, stderr } = spawnSync('python3', [path, DATA_FOLDER, ...args], { maxBuffer: 1 << 28 })
  if (status !== 0) throw new Error(`${script} failed: ${stderr}`)
  return JSON.parse(String(stdout))
}
