import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { onTestFinished } from 'vitest'
import { endProcess } from './end-process.ts'

export type Child = {
  /** Lines it wrote so far. */
  lines: string[]
  /** What it wrote to stderr so far. */
  errors(): string
  process: ChildProcessByStdio<null, Readable, Readable>
  /** Ends it at once, as a power cut would, and waits until it is gone and its last line is read. */
  kill(): Promise<void>
}

/**
 * As the command line starts: the modules of the server are then found in half the time. And for the seconds that it lives, the embedded
 * record store is not compiled a second time to be faster, which takes a second of computing and 500 MB.
 */
export const SHORT_LIVED = ['--liftoff-only', '--import', join(import.meta.dirname, '../../../cli/src/resolve-once.ts')]

/** Runs a TypeScript file in a process of its own, which ends with the test at the latest. */
export function startChild(script: string, args: readonly string[] = [], env: Record<string, string> = {}): Child {
  const child = spawn(process.execPath, [...SHORT_LIVED, script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  const lines: string[] = []
  let errors = ''
  const reader = createInterface({ input: child.stdout })
  reader.on('line', (line) => lines.push(line))
  const read = new Promise<void>((resolve) => reader.once('close', resolve))
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString('utf8')
  })
  const kill = async (): Promise<void> => {
    await endProcess(child, 'SIGKILL')
    await read
  }
  onTestFinished(kill)
  return { lines, errors: () => errors, process: child, kill }
}
