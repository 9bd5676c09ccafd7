import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CliHome, createCliHome } from '../support/cli-home.ts'

let home: CliHome
let server: ChildProcess
let address: string

beforeAll(async () => {
  home = await createCliHome()
  const main = join(import.meta.dirname, '../../src/main.ts')
  server = spawn(process.execPath, [main, 'serve', '--json'], {
    env: { ...process.env, ZHANGGUI_HOME: join(home.folder, 'home'), PORT: '0', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (!server.stdout) throw new Error('the server has no standard output')
  const [line] = (await once(createInterface(server.stdout), 'line')) as [string]
  address = (JSON.parse(line) as { address: string }).address
})
afterAll(async () => {
  if (server.exitCode === null) server.kill('SIGKILL')
  await home.remove()
})

test('the address it prints answers', async () => {
  expect((await fetch(`${address}/healthz`)).status).toBe(200)
})

test('a command on the same folder is refused with 4, says why, and harms nothing', async () => {
  const { exitCode, stderr } = await home.run('store', 'create', 'late')
  expect(exitCode).toBe(4)
  expect(stderr).toContain('正由')
  expect(stderr).toContain('is in use by')
  expect((await fetch(`${address}/readyz`)).status).toBe(200)
})

test('SIGTERM stops it with 0, also when it arrives twice at once, and the folder is free again', async () => {
  server.kill('SIGTERM')
  server.kill('SIGTERM')
  expect(await once(server, 'exit')).toEqual([0, null])
  expect((await home.json<{ stores: unknown[] }>('store', 'list')).stores).toEqual([])
})
