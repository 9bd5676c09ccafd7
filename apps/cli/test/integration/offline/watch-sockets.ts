import { Socket } from 'node:net'

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

type Connect = (...args: unknown[]) => Socket

/** The host that a call of `connect` names: an options object, perhaps in the list that Node makes of the arguments, or port and host. */
function hostOf(args: readonly unknown[]): string {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args
  if (typeof first === 'object' && first !== null) return 'path' in first && first.path ? '' : hostIn(first)
  return typeof second === 'string' ? second : 'localhost'
}

const hostIn = (options: object): string =>
  'host' in options && typeof options.host === 'string' ? options.host : 'localhost'

/** Remembers every host outside this machine that this process tries to connect to, from here on. */
export function watchSockets(): { outside: string[] } {
  const outside: string[] = []
  const connect = Socket.prototype.connect as Connect
  const watched: Connect = function (this: Socket, ...args) {
    const host = hostOf(args)
    if (host !== '' && !LOOPBACK.has(host)) outside.push(host)
    return connect.apply(this, args)
  }
  Socket.prototype.connect = watched as typeof Socket.prototype.connect
  return { outside }
}
