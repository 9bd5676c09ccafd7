import type { Settings } from '../settings.ts'

const PLACES = {
  records: { setting: 'DATABASE_URL', server: 'PostgreSQL' },
  facts: { setting: 'CLICKHOUSE_URL', server: 'ClickHouse' },
} as const

/** Addresses may hold a password, so only host and port are named. */
const hostOf = (address: string): string => URL.parse(address)?.host ?? ''

/** A store did not open. `message` is Chinese, `messageEn` English; both say where to look. */
export class StoreUnavailableError extends Error {
  readonly code = 'store_unavailable'
  readonly messageEn: string
  constructor(store: keyof typeof PLACES, settings: Settings, cause: unknown) {
    const { setting, server } = PLACES[store]
    const address = store === 'records' ? settings.databaseUrl : settings.clickhouseUrls.join(',')
    const why = cause instanceof Error ? cause.message || cause.name : String(cause)
    super(
      address
        ? `无法连接 ${server}（${hostOf(address)}）：${why}。请检查它是否在运行，以及 ${setting} 的地址、账号和密码。`
        : `无法打开数据目录 ${settings.home} 中的数据：${why}。请检查磁盘空间和目录权限；需要时从备份恢复。`,
      { cause },
    )
    this.name = 'StoreUnavailableError'
    this.messageEn = address
      ? `${server} at ${hostOf(address)} cannot be reached: ${why}. Check that it runs, and address, user and password in ${setting}.`
      : `The data in ${settings.home} cannot be opened: ${why}. Check disk space and permissions; restore a backup if need be.`
  }
}
