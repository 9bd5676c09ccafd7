import { resolve } from 'node:path'

/** What the server is told by its environment, read once. See `docs/settings.md` for the same list with examples. */
export type Settings = Readonly<{
  /** `ZHANGGUI_HOME`: the one folder that holds all data of this installation. Default `./var`. */
  home: string
  /** `PORT`, default 8787. */
  port: number
  /** `ZHANGGUI_HOST`: address to listen on. Default `127.0.0.1`, this machine only. */
  host: string
  /** `ZHANGGUI_PUBLIC_URL`: address people type when a reverse proxy stands in front; https makes cookies Secure. Default none. */
  publicUrl: string | undefined
  /** `DATABASE_URL`: a PostgreSQL server for records. Default none: PGlite under `home`. */
  databaseUrl: string | undefined
  /** `CLICKHOUSE_URL`: a ClickHouse server for facts; several, with commas, name each server of a cluster. Default none: chDB under `home`. */
  clickhouseUrls: readonly string[]
  /** `CLICKHOUSE_CLUSTER`: name in `remote_servers`; facts are then spread over its shards. Default none. */
  clickhouseCluster: string | undefined
  /** `REDIS_URL`: orders are decided on this Redis; several, with commas, name nodes of a Redis Cluster. Default none: a core of this server. */
  redisUrls: readonly string[]
  /** `REDIS_REPLICAS`: an answer goes out when so many replicas of the master have it. Default 1 with a cluster, else 0. */
  redisReplicas: number
  /** `ZHANGGUI_FACTS_DATABASE`, default `zhanggui`. */
  factsDatabase: string
  /** `LOG_LEVEL`: fatal, error, warn, info, debug, trace or silent. Default info. */
  logLevel: LogLevel
  /** `ZHANGGUI_FACTS_MEMORY_MB`: ceiling of what the embedded fact engine may allocate. Default 1500. */
  factsMemoryMb: number
  /** `ZHANGGUI_EVENT_LATE_HOURS`: an event further behind the clock is kept and counted as late. Default 24. */
  eventLateHours: number
  /** `ZHANGGUI_EVENT_FUTURE_SECONDS`: an event further ahead of the clock is refused. Default 300. */
  eventFutureSeconds: number
  /** `ZHANGGUI_EVENT_BATCH_MB`: largest unpacked event batch. Default 16. */
  eventBatchMb: number
  /** `ZHANGGUI_NOTICE_HOSTS`: hosts of the own network that notices may be sent to, with commas; all others of it are refused. Default none. */
  noticeHosts: readonly string[]
  /** `ZHANGGUI_TRADE_ORDERS`: orders that a new order core has room for, within the fortnight they are kept; 200 bytes each. Default 131,072. */
  tradeOrders: number
  /** `ZHANGGUI_TRADE_THREAD`: `off` decides orders in the thread that serves pages. Default `on`, a thread for each shop's core. */
  tradeThread: boolean
  /** `ZHANGGUI_TRADE_WIRE`: where order cores take binary frames, by shop: `alpha=9100,beta=unix`. Default none. */
  tradeWire: ReadonlyMap<string, number | 'unix'>
  /** `ZHANGGUI_SITE`: name of this site among those that share the records; one decides orders, another follows. Default none: alone. */
  site: string | undefined
  /** `ZHANGGUI_SITE_HOST`: address of this machine at which other sites reach it. Default `ZHANGGUI_HOST`. */
  siteHost: string
  /** `ZHANGGUI_SITE_LEASE_MS`: so long after the last sign of the leading site another takes over. Default 5000. */
  siteLeaseMs: number
  /** `CHROMIUM_PATH`: the browser that prints reports as PDF. Default: one in a usual place, if there is one. */
  chromiumPath: string | undefined
}>

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

export type Environment = Readonly<Record<string, string | undefined>>

/** A setting that cannot be used. `message` is Chinese, then English; both say what to do. */
export class SettingsError extends Error {
  readonly code = 'bad_setting'
  readonly setting: string
  constructor(setting: string, zh: string, en: string) {
    super(`环境变量 ${setting}：${zh}\nEnvironment variable ${setting}: ${en}`)
    this.name = 'SettingsError'
    this.setting = setting
  }
}

function readText(env: Environment, name: string): string | undefined {
  const text = env[name]?.trim()
  return text === '' ? undefined : text
}

function readWhole(env: Environment, name: string, range: { byDefault: number; min: number; max: number }): number {
  const text = readText(env, name)
  if (text === undefined) return range.byDefault
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= range.min && value <= range.max) return value
  const { min, max } = range
  throw new SettingsError(
    name,
    `“${text}”不是 ${min} 到 ${max} 之间的整数，请改正或删去。`,
    `"${text}" is not a whole number from ${min} to ${max}; correct it or leave it out.`,
  )
}

function readSwitch(env: Environment, name: string, byDefault: boolean): boolean {
  const text = readText(env, name)
  if (text === undefined) return byDefault
  if (text === 'on' || text === 'off') return text === 'on'
  throw new SettingsError(name, `“${text}”应为 on 或 off。`, `"${text}" should be on or off.`)
}

function readWire(env: Environment): Settings['tradeWire'] {
  const entries = (readText(env, 'ZHANGGUI_TRADE_WIRE')?.split(',') ?? []).map((entry): [string, number | 'unix'] => {
    const [, store, where] = /^\s*([a-z0-9][a-z0-9_-]*)=(unix|\d{1,5})\s*$/.exec(entry) ?? []
    if (store && where && Number(where === 'unix' ? 0 : where) <= 65_535)
      return [store, where === 'unix' ? where : Number(where)]
    throw new SettingsError(
      'ZHANGGUI_TRADE_WIRE',
      `“${entry}”应为 店铺=端口 或 店铺=unix，多个用逗号分开。`,
      `"${entry}" should be shop=port or shop=unix, several with commas.`,
    )
  })
  return new Map(entries)
}

function checkUrl(name: string, text: string, schemes: readonly string[]): string {
  const url = URL.parse(text)
  if (url && schemes.includes(url.protocol.slice(0, -1))) return text
  // The value may hold a password, so it is not repeated.
  const like = schemes.map((s) => `${s}://`).join(' / ')
  throw new SettingsError(name, `不是以 ${like} 开头的有效地址。`, `is not a valid address beginning with ${like}.`)
}

function readName(env: Environment, name: string): string | undefined {
  const text = readText(env, name)
  if (text === undefined || /^[A-Za-z_][A-Za-z0-9_]{0,62}$/.test(text)) return text
  throw new SettingsError(
    name,
    `“${text}”只能由字母、数字和下划线组成，且不以数字开头。`,
    `"${text}" may hold only letters, digits and underscores, and does not begin with a digit.`,
  )
}

function readLogLevel(env: Environment): LogLevel {
  const text = readText(env, 'LOG_LEVEL') ?? 'info'
  const level = LOG_LEVELS.find((l) => l === text)
  if (level) return level
  const list = LOG_LEVELS.join(' ')
  throw new SettingsError(
    'LOG_LEVEL',
    `“${text}”不是日志级别，可用：${list}。`,
    `"${text}" is no log level; use one of ${list}.`,
  )
}

function readClickhouse(env: Environment): Pick<Settings, 'clickhouseUrls' | 'clickhouseCluster'> {
  const urls = (readText(env, 'CLICKHOUSE_URL')?.split(',') ?? []).map((u) => u.trim()).filter((u) => u !== '')
  const clickhouseUrls = Object.freeze(urls.map((u) => checkUrl('CLICKHOUSE_URL', u, ['http', 'https'])))
  const clickhouseCluster = readName(env, 'CLICKHOUSE_CLUSTER')
  if (clickhouseCluster && urls.length === 0)
    throw new SettingsError(
      'CLICKHOUSE_CLUSTER',
      '需要同时设置 CLICKHOUSE_URL。',
      'needs CLICKHOUSE_URL to be set as well.',
    )
  if (!clickhouseCluster && urls.length > 1)
    throw new SettingsError(
      'CLICKHOUSE_URL',
      '给出了多个地址，请用 CLICKHOUSE_CLUSTER 指明集群名。',
      'names several servers; say which cluster they form with CLICKHOUSE_CLUSTER.',
    )
  return { clickhouseUrls, clickhouseCluster }
}

function readRedis(env: Environment): Pick<Settings, 'redisUrls' | 'redisReplicas'> {
  const urls = (readText(env, 'REDIS_URL')?.split(',') ?? []).map((url) => url.trim()).filter((url) => url !== '')
  // Frames are decided by a core of this server: beside Redis it would sell the same stock a second time.
  if (urls.length > 0 && readText(env, 'ZHANGGUI_TRADE_WIRE') !== undefined)
    throw new SettingsError(
      'ZHANGGUI_TRADE_WIRE',
      '不能与 REDIS_URL 同时设置：二进制帧只由本机核心处理，请去掉其一。',
      'cannot be set together with REDIS_URL: frames are decided by a core of this server alone. Leave one of them out.',
    )
  return {
    redisUrls: Object.freeze(urls.map((url) => checkUrl('REDIS_URL', url, ['redis', 'rediss']))),
    redisReplicas: readWhole(env, 'REDIS_REPLICAS', { byDefault: urls.length > 1 ? 1 : 0, min: 0, max: 5 }),
  }
}

function readSite(env: Environment): Pick<Settings, 'site' | 'siteHost' | 'siteLeaseMs'> {
  const site = readText(env, 'ZHANGGUI_SITE')
  if (site !== undefined && !/^[a-z0-9][a-z0-9-]{0,30}$/.test(site))
    throw new SettingsError(
      'ZHANGGUI_SITE',
      `“${site}”只能由小写字母、数字和连字符组成，最多 31 个字符。`,
      `"${site}" may hold lower-case letters, digits and hyphens only, at most 31 characters.`,
    )
  // Who leads is agreed on in the records, so sites have to share them; Redis has replicas of its own.
  if (site !== undefined && (readText(env, 'DATABASE_URL') === undefined || readText(env, 'REDIS_URL') !== undefined))
    throw new SettingsError(
      'ZHANGGUI_SITE',
      '多机房需要各机房共用的 DATABASE_URL，并且不能与 REDIS_URL 同时设置。',
      'sites need one DATABASE_URL that all of them share, and cannot be set together with REDIS_URL.',
    )
  return {
    site,
    siteHost: readText(env, 'ZHANGGUI_SITE_HOST') ?? readText(env, 'ZHANGGUI_HOST') ?? '127.0.0.1',
    siteLeaseMs: readWhole(env, 'ZHANGGUI_SITE_LEASE_MS', { byDefault: 5000, min: 1000, max: 60_000 }),
  }
}

/**
 * Settings of this run, frozen.
 * Errors: throws `SettingsError` naming the variable and what to do; a value that may hold a password is not repeated.
 * @example readSettings(process.env).home
 */
export function readSettings(env: Environment): Settings {
  const databaseUrl = readText(env, 'DATABASE_URL')
  const publicUrl = readText(env, 'ZHANGGUI_PUBLIC_URL')
  return Object.freeze({
    home: resolve(readText(env, 'ZHANGGUI_HOME') ?? './var'),
    port: readWhole(env, 'PORT', { byDefault: 8787, min: 0, max: 65_535 }),
    host: readText(env, 'ZHANGGUI_HOST') ?? '127.0.0.1',
    publicUrl: publicUrl && checkUrl('ZHANGGUI_PUBLIC_URL', publicUrl, ['http', 'https']),
    databaseUrl: databaseUrl && checkUrl('DATABASE_URL', databaseUrl, ['postgres', 'postgresql']),
    ...readClickhouse(env),
    ...readRedis(env),
    factsDatabase: readName(env, 'ZHANGGUI_FACTS_DATABASE') ?? 'zhanggui',
    logLevel: readLogLevel(env),
    factsMemoryMb: readWhole(env, 'ZHANGGUI_FACTS_MEMORY_MB', { byDefault: 1500, min: 300, max: 1_000_000 }),
    eventLateHours: readWhole(env, 'ZHANGGUI_EVENT_LATE_HOURS', { byDefault: 24, min: 1, max: 8760 }),
    eventFutureSeconds: readWhole(env, 'ZHANGGUI_EVENT_FUTURE_SECONDS', { byDefault: 300, min: 0, max: 86_400 }),
    eventBatchMb: readWhole(env, 'ZHANGGUI_EVENT_BATCH_MB', { byDefault: 16, min: 1, max: 1024 }),
    noticeHosts: Object.freeze(
      (readText(env, 'ZHANGGUI_NOTICE_HOSTS')?.split(',') ?? []).map((host) => host.trim().toLowerCase()),
    ),
    tradeOrders: readWhole(env, 'ZHANGGUI_TRADE_ORDERS', { byDefault: 131_072, min: 4096, max: 1 << 24 }),
    tradeThread: readSwitch(env, 'ZHANGGUI_TRADE_THREAD', true),
    tradeWire: readWire(env),
    ...readSite(env),
    chromiumPath: readText(env, 'CHROMIUM_PATH'),
  })
}
