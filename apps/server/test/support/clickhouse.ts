import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { libchdbPath } from 'chdb/libchdb'
import { endProcess } from './end-process.ts'
import { freePort } from './free-port.ts'
import { waitUntil } from './wait-until.ts'

export const TEST_CLUSTER = 'test_cluster'

export type ClickhouseServers = {
  /** HTTP address of each server. */
  urls: string[]
  /** The environment that points an installation at them. */
  env: Record<string, string>
  stop(): Promise<void>
}

type Ports = { http: number; native: number }

/** Why a real ClickHouse server cannot be started here, or undefined when it can. */
export const whyNoClickhouse = (): string | undefined =>
  process.platform === 'linux' && spawnSync('python3', ['--version']).status === 0
    ? undefined
    : 'starting a ClickHouse server from libchdb.so needs Linux and python3'

const shardXml = ({ native }: Ports): string =>
  `<shard><internal_replication>true</internal_replication><replica><host>127.0.0.1</host><port>${native}</port></replica></shard>`

const configXml = (servers: readonly Ports[]): string => `<clickhouse>
  <remote_servers><${TEST_CLUSTER}>${servers.map(shardXml).join('')}</${TEST_CLUSTER}></remote_servers>
  <max_server_memory_usage>2000000000</max_server_memory_usage>
  <mark_cache_size>67108864</mark_cache_size>
</clickhouse>
`

// The server lives as long as its query; a row a second for a day outlives any test.
const SERVE =
  'SYSTEM START LISTEN HTTP; SYSTEM START LISTEN TCP; SELECT sleepEachRow(1) FROM numbers(86400) SETTINGS max_block_size = 1 FORMAT Null'

function spawnServer(folder: string, config: string, ports: Ports): ChildProcess {
  const script = join(import.meta.dirname, 'clickhouse-server.py')
  const args = [
    `--path=${folder}`,
    `--config-file=${config}`,
    '--listen_host=127.0.0.1',
    `--http_port=${ports.http}`,
    `--tcp_port=${ports.native}`,
    `--query=${SERVE}`,
  ]
  return spawn('python3', [script, libchdbPath(), ...args], { stdio: 'ignore' })
}

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/ping`).then(
    (r) => r.ok,
    () => false,
  )

/** Real ClickHouse servers over HTTP on this machine: one, or a cluster with a server for each shard. Gone after `stop()`. */
export async function startClickhouse({ shards }: { shards: number }): Promise<ClickhouseServers> {
  const folder = await mkdtemp(join(tmpdir(), 'zhanggui-clickhouse-'))
  const ports: Ports[] = []
  for (let i = 0; i < shards; i++) ports.push({ http: await freePort(), native: await freePort() })
  const config = join(folder, 'config.xml')
  await writeFile(config, configXml(ports))
  const children = ports.map((p, index) => spawnServer(join(folder, `server-${index}`), config, p))
  const urls = ports.map((p) => `http://127.0.0.1:${p.http}`)
  await Promise.all(urls.map((url) => waitUntil(`ClickHouse at ${url}`, () => answers(url))))
  return {
    urls,
    env: { CLICKHOUSE_URL: urls.join(','), ...(shards > 1 ? { CLICKHOUSE_CLUSTER: TEST_CLUSTER } : {}) },
    async stop() {
      await Promise.all(children.map((c) => endProcess(c, 'SIGKILL')))
      await rm(folder, { recursive: true, force: true })
    },
  }
}
