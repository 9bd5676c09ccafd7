import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSettings, SettingsError } from './settings.ts'

describe('settings', () => {
  it('need nothing: every one has a default', () => {
    expect(readSettings({})).toEqual({
      home: resolve('./var'),
      port: 8787,
      host: '127.0.0.1',
      databaseUrl: undefined,
      clickhouseUrls: [],
      clickhouseCluster: undefined,
      redisUrls: [],
      redisReplicas: 0,
      factsDatabase: 'zhanggui',
      logLevel: 'info',
      factsMemoryMb: 1500,
      eventLateHours: 24,
      eventFutureSeconds: 300,
      eventBatchMb: 16,
      noticeHosts: [],
      tradeOrders: 131_072,
      tradeThread: true,
      tradeWire: new Map(),
      chromiumPath: undefined,
      siteHost: '127.0.0.1',
      siteLeaseMs: 5000,
    })
  })

  it('are frozen', () => {
    expect(Object.isFrozen(readSettings({}))).toBe(true)
  })

  it('treat an empty variable as absent', () => {
    expect(readSettings({ PORT: ' ', DATABASE_URL: '' })).toMatchObject({ port: 8787, databaseUrl: undefined })
  })

  it('answer for orders once a replica of the cluster has them, unless told otherwise', () => {
    const env = { REDIS_URL: 'redis://a:6379,redis://b:6379' }
    expect(readSettings(env)).toMatchObject({ redisUrls: ['redis://a:6379', 'redis://b:6379'], redisReplicas: 1 })
    expect(readSettings({ ...env, REDIS_REPLICAS: '0' })).toMatchObject({ redisReplicas: 0 })
    expect(() => readSettings({ REDIS_URL: 'http://a' })).toThrow(SettingsError)
    expect(() => readSettings({ ...env, ZHANGGUI_TRADE_WIRE: 'alpha=unix' })).toThrow(/REDIS_URL/)
  })

  it('list every server of a cluster', () => {
    const env = { CLICKHOUSE_URL: 'http://a:8123, http://b:8123', CLICKHOUSE_CLUSTER: 'shop' }
    expect(readSettings(env)).toMatchObject({
      clickhouseUrls: ['http://a:8123', 'http://b:8123'],
      clickhouseCluster: 'shop',
    })
  })

  it.each([
    ['PORT', { PORT: '80a' }],
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: '-1' }],
    ['ZHANGGUI_TRADE_THREAD', { ZHANGGUI_TRADE_THREAD: 'yes' }],
    ['ZHANGGUI_TRADE_WIRE', { ZHANGGUI_TRADE_WIRE: 'alpha=70000' }],
    ['ZHANGGUI_TRADE_WIRE', { ZHANGGUI_TRADE_WIRE: 'alpha' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://secret@x' }],
    ['CLICKHOUSE_URL', { CLICKHOUSE_URL: 'localhost:8123' }],
    ['CLICKHOUSE_URL', { CLICKHOUSE_URL: 'http://a,http://b' }],
    ['CLICKHOUSE_CLUSTER', { CLICKHOUSE_CLUSTER: 'c' }],
    ['CLICKHOUSE_CLUSTER', { CLICKHOUSE_URL: 'http://a', CLICKHOUSE_CLUSTER: 'c; DROP' }],
    ['ZHANGGUI_FACTS_DATABASE', { ZHANGGUI_FACTS_DATABASE: '1a' }],
  ])('refuse a bad %s, naming it in both languages', (name, env) => {
    const failure = (() => {
      try {
        return readSettings(env as Record<string, string>)
      } catch (cause) {
        return cause
      }
    })()
    expect(failure).toBeInstanceOf(SettingsError)
    expect((failure as SettingsError).setting).toBe(name)
    expect((failure as Error).message.split('\n')).toHaveLength(2)
    expect((failure as Error).message).not.toContain('secret')
  })
})
