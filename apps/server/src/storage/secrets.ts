import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Key of sipHash64Keyed for one shop: two 64-bit halves. */
export type HashKey = { k0: bigint; k1: bigint }

export type Secrets = {
  /** The same shop gets the same key for the life of the installation; two shops never share one. */
  storeHashKey(storeId: string): HashKey
  /** 32 bytes for another purpose, e.g. signing sessions. */
  derive(purpose: string): Buffer
  /** The same 32 bytes as a key for `createHmac`, which takes six times as long with bare bytes. */
  keyOf(purpose: string): KeyObject
}

const KEY_BYTES = 32
export const secretPath = (home: string): string => join(home, 'secret.key')

/** Whole on disk or not there: a half-written secret would orphan every hash made with it. */
export function writeSecret(home: string, hex: string): void {
  const path = secretPath(home)
  const file = openSync(`${path}.new`, 'w', 0o600)
  writeSync(file, `${hex}\n`)
  fsyncSync(file)
  closeSync(file)
  renameSync(`${path}.new`, path)
}

function readMaster(home: string): Buffer {
  const path = secretPath(home)
  if (!existsSync(path)) writeSecret(home, randomBytes(KEY_BYTES).toString('hex'))
  const master = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex')
  if (master.length === KEY_BYTES) return master
  throw new Error(
    `密钥文件 ${path} 已损坏（应为 64 位十六进制）。请从备份恢复；另建新密钥会使老客无法识别。\n` +
      `The key file ${path} is damaged (64 hex digits are expected). Restore it from a backup; a new key would make known buyers strangers.`,
  )
}

/** What was made from a text, made once for each. */
function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const made = known.get(text) ?? make(text)
    known.set(text, made)
    return made
  }
}

/**
 * The installation's secrets, all derived from `secret.key` in `home` (made on first use, readable by the owner only).
 * Errors: throws when the file is damaged.
 */
export function openSecrets(home: string): Secrets {
  const master = readMaster(home)
  const stretch = (purpose: string, bytes: number): Buffer =>
    Buffer.from(hkdfSync('sha256', master, '', purpose, bytes))
  const derive = remembered((purpose) => stretch(`zhanggui/${purpose}`, KEY_BYTES))
  return {
    storeHashKey: remembered((storeId) => {
      const key = stretch(`zhanggui/store-hash/${storeId}`, 16)
      return { k0: key.readBigUInt64LE(0), k1: key.readBigUInt64LE(8) }
    }),
    derive,
    keyOf: remembered((purpose) => createSecretKey(derive(purpose))),
  }
}
