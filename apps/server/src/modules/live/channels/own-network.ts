import { lookup as resolveName } from 'node:dns/promises'
import { BlockList, isIP, isIPv6 } from 'node:net'
import type { Context } from '../../../context.ts'
import { SendFailure } from './send-failure.ts'

/** Addresses that belong to this machine or its network, or to nobody. */
const OWN = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  OWN.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  OWN.addSubnet(net, bits, 'ipv6')

/** @example isOwnAddress('::ffff:127.0.0.1') // true */
export function isOwnAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return OWN.check(mapped, 'ipv4')
  return OWN.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}

const refusal = (host: string): SendFailure =>
  new SendFailure(
    `不能向本机或内网地址发送（${host}）；确有需要请由管理员用 ZHANGGUI_NOTICE_HOSTS 放行。`,
    `Messages do not go to this machine or its network (${host}); an administrator can allow a host with ZHANGGUI_NOTICE_HOSTS.`,
    { isFinal: true },
  )

/**
 * The address to connect to for a host that somebody entered. It is looked up once and used as found, so that a name cannot
 * point elsewhere a moment later. Without this guard a channel could be turned on the services beside the server.
 * Errors: throws `SendFailure` for the own network (unless the host is allowed) and for a name that nobody knows.
 */
export async function addressOf(context: Pick<Context, 'settings'>, host: string): Promise<string> {
  const plain = host.replace(/^\[|\]$/g, '').toLowerCase()
  const isAllowed = context.settings.noticeHosts.includes(plain)
  const found = isIP(plain) ? plain : await lookUp(plain)
  if (!isAllowed && isOwnAddress(found)) throw refusal(host)
  return found
}

async function lookUp(host: string): Promise<string> {
  try {
    return (await resolveName(host)).address
  } catch (cause) {
    throw new SendFailure(`找不到主机 ${host}。`, `There is no host ${host}.`, { cause })
  }
}
