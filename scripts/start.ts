/** `npm start`: builds the pages when their sources are newer than the build, then serves, with a demo shop at first. */
import { spawn } from 'node:child_process'
import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from './run-command.ts'

const root = join(import.meta.dirname, '..')
const SOURCES = [
  'apps/web/{src,public}/**/*',
  'apps/web/*.{html,ts,json}',
  'apps/contract/src/*.ts',
  'package-lock.json',
]

const modifiedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

function isBuildStale(): boolean {
  const builtAt = modifiedAt(join(root, 'apps/web/dist/index.html'))
  return globSync(SOURCES, { cwd: root }).some((path) => modifiedAt(join(root, path)) > builtAt)
}

async function serve(): Promise<void> {
  const args = ['apps/cli/src/main.ts', 'serve', '--demo', ...process.argv.slice(2)]
  const server = spawn(join(root, 'node_modules/.bin/node'), args, { cwd: root, stdio: 'inherit' })
  // Ctrl-C reaches the server as well; it stops gracefully, and this process waits for it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal))
  server.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
}

if (isBuildStale()) {
  console.log('正在生成页面 … / Building the pages …')
  process.exitCode = await runCommand('npm', ['run', 'build:web', '--silent'])
}
if (!process.exitCode) await serve()
