#!/usr/bin/env node
// The sources are TypeScript and need the Node that this project pins; an older system Node hands over to it.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const NODE_MAJOR_MIN = 24
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR_MIN) {
  await import(main)
} else {
  const pinned = createRequire(import.meta.url).resolve('node/bin/node')
  const run = spawnSync(pinned, [main, ...process.argv.slice(2)], { stdio: 'inherit' })
  if (run.error)
    console.error(`找不到项目自带的 Node，请先运行 npm ci。\nThe pinned Node is missing; run npm ci first.`)
  process.exitCode = run.status ?? 1
}
