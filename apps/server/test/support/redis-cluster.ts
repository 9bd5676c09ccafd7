import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { endProcess } from './end-process.ts'
import { freePort } from './free-port.ts'
import { type RedisNode, startRedisNode } from './redis.ts'
import { waitUntil } from './wait-until.ts'

const MASTERS = 3
const SLOTS = 16_384

type ClusterNode = RedisNode & { busPort: number }

export type RedisCluster = {
  /** Addresses of the masters, as a setting would name them. */
  url: string
  /** Masters first, then the replica of each in the same order. */
  nodes: ClusterNode[]
  stop(): Promise<void>
}

async function ask(port: number, command: string, ...args: (string | number)[]): Promise<unknown> {
  const client = new Redis({ port })
  try {
    return await client.call(command, ...args)
  } finally {
    client.disconnect()
  }
}

/** Every node knows that all slots are served. */
const isWhole = async (node: RedisNode): Promise<boolean> =>
  /cluster_state:ok/.test(String(await ask(node.port, 'CLUSTER', 'INFO')))

const replicasOf = async (port: number): Promise<number> =>
  Number(/connected_slaves:(\d+)/.exec(String(await ask(port, 'INFO', 'replication')))?.[1] ?? 0)

async function joinNodes(nodes: readonly ClusterNode[]): Promise<void> {
  const [first, ...others] = nodes as [ClusterNode, ...ClusterNode[]]
  for (const [i, { port }] of nodes.slice(0, MASTERS).entries()) {
    const from = Math.floor((SLOTS * i) / MASTERS)
    await ask(port, 'CLUSTER', 'ADDSLOTSRANGE', from, Math.floor((SLOTS * (i + 1)) / MASTERS) - 1)
  }
  for (const { port, busPort } of others) await ask(first.port, 'CLUSTER', 'MEET', '127.0.0.1', port, busPort)
  const knowsAll = async ({ port }: RedisNode): Promise<boolean> =>
    String(await ask(port, 'CLUSTER', 'NODES'))
      .split('\n')
      .filter((line) => line.includes(' connected') && !line.includes('handshake')).length === nodes.length
  for (const node of nodes) await waitUntil(`node ${node.port} to know the others`, () => knowsAll(node))
  for (const [i, { port }] of nodes.slice(MASTERS).entries()) {
    const id = String(await ask((nodes[i] as RedisNode).port, 'CLUSTER', 'MYID'))
    await ask(port, 'CLUSTER', 'REPLICATE', id)
  }
  for (const node of nodes.slice(0, MASTERS))
    await waitUntil(`the replica of ${node.port}`, async () => (await replicasOf(node.port)) === 1)
  for (const node of nodes) await waitUntil(`node ${node.port} to see the cluster whole`, () => isWhole(node))
}

/**
 * Three masters with a replica each on this machine, gone after `stop()`. `settings` hold for every node.
 * A master that is silent for a second is replaced by its replica.
 */
export async function startRedisCluster(settings: Readonly<Record<string, string>> = {}): Promise<RedisCluster> {
  const folder = await mkdtemp(join(tmpdir(), 'zhanggui-redis-cluster-'))
  const nodes = await Promise.all(
    Array.from({ length: MASTERS * 2 }, async (_, i) => {
      const own = join(folder, `${i}`)
      await mkdir(own)
      const busPort = await freePort()
      const clustered = { 'cluster-enabled': 'yes', 'cluster-node-timeout': '1000', 'cluster-port': `${busPort}` }
      return { ...(await startRedisNode(own, { ...clustered, ...settings })), busPort }
    }),
  )
  const stop = async (): Promise<void> => {
    await Promise.all(nodes.map(({ child }) => endProcess(child, 'SIGKILL')))
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await joinNodes(nodes)
  } catch (cause) {
    await stop()
    throw cause
  }
  return {
    url: nodes
      .slice(0, MASTERS)
      .map(({ port }) => `redis://127.0.0.1:${port}`)
      .join(','),
    nodes,
    stop,
  }
}
