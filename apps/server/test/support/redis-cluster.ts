import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { endProcess } from './end-process.ts'
import { freePort } from './free-port.ts'
import { onFreePorts, type RedisNode, startRedisNode } from './redis.ts'
import { waitUntil } from './wait-until.ts'

const MASTERS = 3
const SLOTS = 16_384

type ClusterNode = RedisNode & { own: string; busPort: number }

export type RedisCluster = {
  /** Addresses of the masters, as a setting would name them. */
  url: string
  /** Ends a node as a power cut would: 0 to 2 are the masters at first, 3 to 5 their replicas. */
  kill(index: number): Promise<void>
  /** Until the replica of a killed master serves in its place. */
  waitForReplacement(index: number): Promise<void>
  /** Starts a killed node again on its folder: as a replica, where another has taken its place. */
  startAgain(index: number): Promise<void>
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
  const startNode = (own: string, port: number, busPort: number): Promise<RedisNode> =>
    startRedisNode(
      own,
      {
        'cluster-enabled': 'yes',
        'cluster-node-timeout': '1000',
        'cluster-port': `${busPort}`,
        // A replica that comes is served at once, and asks again soon: nothing here waits for others.
        'repl-diskless-sync-delay': '0',
        'repl-ping-replica-period': '1',
        ...settings,
      },
      port,
    )
  const nodes = await Promise.all(
    Array.from({ length: MASTERS * 2 }, async (_, i) => {
      const own = join(folder, `${i}`)
      await mkdir(own)
      return onFreePorts(async () => {
        const [port, busPort] = [await freePort(), await freePort()]
        return { ...(await startNode(own, port, busPort)), own, busPort }
      })
    }),
  )
  const stop = async (): Promise<void> => {
    await Promise.all(nodes.map(({ child }) => endProcess(child, 'SIGKILL')))
    await rm(folder, { recursive: true, force: true })
  }
  const url = nodes.slice(0, MASTERS).map(({ port }) => `redis://127.0.0.1:${port}`)
  const nodeAt = (index: number): ClusterNode => nodes[index] as ClusterNode
  try {
    await joinNodes(nodes)
  } catch (cause) {
    await stop()
    throw cause
  }
  return {
    url: url.join(','),
    kill: (index) => endProcess(nodeAt(index).child, 'SIGKILL'),
    waitForReplacement: (index) => waitUntil('the replica to take over', () => isMaster(nodeAt(index + MASTERS).port)),
    async startAgain(index) {
      const node = nodeAt(index)
      node.child = (await startNode(node.own, node.port, node.busPort)).child
    },
    stop,
  }
}

const isMaster = async (port: number): Promise<boolean> =>
  /role:master/.test(String(await ask(port, 'INFO', 'replication')))
