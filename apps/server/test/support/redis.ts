import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { endProcess } from './end-process.ts'
import { freePort } from './free-port.ts'
import { waitUntil } from './wait-until.ts'

export type RedisNode = { port: number; child: ChildProcess }
export type RedisServer = { url: string; node: RedisNode; stop(): Promise<void> }

/** Why no Redis can be started here, or undefined when one can. Functions came with version 7. */
export function whyNoRedis(): string | undefined {
  const { status, stdout } = spawnSync('redis-server', ['--version'], { encoding: 'utf8' })
  if (status !== 0) return 'redis-server is not installed on this machine'
  return Number(/v=(\d+)/.exec(stdout)?.[1]) >= 7 ? undefined : 'redis-server is older than version 7'
}

/** Kept until each is gone, so that none outlives a process that ends before its tests do. */
const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Where the system can, the server dies with whoever started it, also when that one is killed. */
const withParent = (): string[] =>
  spawnSync('setpriv', ['--version']).status === 0 ? ['setpriv', '--pdeathsig', 'KILL'] : []

export async function answersPing(port: number): Promise<boolean> {
  const client = new Redis({ port, lazyConnect: true, retryStrategy: () => null })
  client.on('error', () => undefined) // Not listening yet: asked again.
  try {
    await client.connect()
    return (await client.ping()) === 'PONG'
  } catch {
    return false
  } finally {
    client.disconnect()
  }
}

const TRIES = 3

/** A port that was free when it was looked for may be taken when it is used: `start` looks for others then. */
export async function onFreePorts<T>(start: () => Promise<T>): Promise<T> {
  for (let left = TRIES - 1; left > 0; left--)
    try {
      return await start()
    } catch {
      // Whatever it was, the last try says it.
    }
  return start()
}

/**
 * A server on its own folder and port. `settings`: e.g. `{ appendonly: 'yes', appendfsync: 'always' }`.
 * Errors: rejects when it ends before it answers, as it does where its port is taken.
 */
export async function startRedisNode(
  folder: string,
  settings: Readonly<Record<string, string>>,
  port: number,
): Promise<RedisNode> {
  const all = { port: `${port}`, bind: '127.0.0.1', dir: folder, save: '', ...settings }
  const given = Object.entries(all).flatMap(([name, value]) => [`--${name}`, value])
  const [command = 'redis-server', ...args] = [...withParent(), 'redis-server', ...given]
  const child = spawn(command, args, { stdio: 'ignore' })
  running.add(child)
  child.once('exit', () => running.delete(child))
  await waitUntil(`Redis on port ${port}`, async () => child.exitCode !== null || (await answersPing(port)))
  if (child.exitCode !== null) throw new Error(`Redis on port ${port} ended with ${child.exitCode} before it answered`)
  return { port, child }
}

/** One Redis on a fresh folder and a free port of this machine, gone after `stop()`. */
export async function startRedis(settings: Readonly<Record<string, string>> = {}): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'zhanggui-redis-'))
  const node = await onFreePorts(async () => startRedisNode(folder, settings, await freePort()))
  return {
    url: `redis://127.0.0.1:${node.port}`,
    node,
    async stop() {
      await endProcess(node.child, 'SIGKILL')
      await rm(folder, { recursive: true, force: true })
    },
  }
}
