import { describe, expect, test } from 'vitest'
import { addressOf, isOwnAddress } from './own-network.ts'

const rows: [address: string, own: boolean][] = [
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['10.1.2.3', true],
  ['172.16.0.1', true],
  ['172.32.0.1', false],
  ['192.168.1.1', true],
  ['169.254.169.254', true],
  ['100.64.0.1', true],
  ['0.0.0.0', true],
  ['255.255.255.255', true],
  ['8.8.8.8', false],
  ['::1', true],
  ['::', true],
  ['::ffff:10.0.0.1', true],
  ['::ffff:8.8.8.8', false],
  ['fd00::1', true],
  ['fe80::1', true],
  ['64:ff9b::a00:1', true],
  ['2400:3200::1', false],
]

describe('where messages may go', () => {
  test.each(rows)('%s belongs to the own network: %s', (address, own) => {
    expect(isOwnAddress(address)).toBe(own)
  })

  test('a host of the own network is refused until it is allowed by name', async () => {
    const settings = (noticeHosts: string[]) =>
      ({ settings: { noticeHosts } }) as unknown as Parameters<typeof addressOf>[0]
    await expect(addressOf(settings([]), '10.0.0.5')).rejects.toThrow('内网地址')
    await expect(addressOf(settings([]), '[::1]')).rejects.toThrow('ZHANGGUI_NOTICE_HOSTS')
    expect(await addressOf(settings(['10.0.0.5']), '10.0.0.5')).toBe('10.0.0.5')
  })
})
