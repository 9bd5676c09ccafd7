/** `npm run dev`: the server restarts on a change, the pages reload in place (Vite passes /v1 on to the server). */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const bin = (name: string): string => join(root, 'node_modules/.bin', name)

const children: ChildProcess[] = [
  spawn(bin('node'), ['--watch', '--watch-preserve-output', 'apps/cli/src/main.ts', 'serve', '--demo'], {
    cwd: root,
    stdio: 'inherit',
  }),
  spawn(bin('vite'), [], {
    cwd: join(root, 'apps/web'),
    stdio: 'inherit',
    env: { ZHANGGUI_API: `http://127.0.0.1:${process.env.PORT ?? 8787}`, ...process.env },
  }),
]

let stopping = false
/** One of the two alone is of no use: when one ends, or the terminal asks, both end. */
function stop(exitCode: number): void {
  if (stopping) return
  stopping = true
  process.exitCode = exitCode
  for (const child of children) child.kill('SIGTERM')
}

for (const child of children) child.on('exit', (code) => stop(code ?? 0))
process.on('SIGINT', () => stop(0))
process.on('SIGTERM', () => stop(0))
