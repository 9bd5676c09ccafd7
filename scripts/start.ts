/** `npm start`: builds the pages when their sources are newer than the build, then serves, with a demo shop at first. */
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

if (isBuildStale()) {
  console.log('正在生成页面 … / Building the pages …')
  process.exitCode = await runCommand('npm', ['run', 'build:web', '--silent'])
}
if (!process.exitCode) {
  // In this process, so that Ctrl-C and SIGTERM reach the server itself.
  process.argv.splice(2, 0, 'serve', '--demo')
  await import('../apps/cli/src/main.ts')
}
