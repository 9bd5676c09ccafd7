import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { ChannelSecrets } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

type Place = { store: string; channel: string }

/** Ties a sealed text to its channel: copied into another channel's row it does not open. */
const placeOf = ({ store, channel }: Place): Buffer => Buffer.from(`${store}/${channel}`)
const keyOf = (context: Context): Buffer => context.secrets.derive('notice-channels')

/** Secrets as they are stored: useless without the installation's `secret.key`. Null for none. */
export function sealSecrets(context: Context, place: Place, secrets: ChannelSecrets): string | null {
  const given = Object.fromEntries(Object.entries(secrets).filter(([, value]) => value !== undefined && value !== ''))
  if (Object.keys(given).length === 0) return null
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, keyOf(context), nonce).setAAD(placeOf(place))
  const text = Buffer.concat([cipher.update(JSON.stringify(given), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64')
}

/** Errors: throws when the text was changed, or sealed by another installation or for another channel. */
export function openSealed(context: Context, place: Place, sealed: string | null): ChannelSecrets {
  if (sealed === null) return {}
  const bytes = Buffer.from(sealed, 'base64')
  const [nonce, tag] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)]
  const decipher = createDecipheriv(CIPHER, keyOf(context), nonce).setAAD(placeOf(place)).setAuthTag(tag)
  const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
  return JSON.parse(text.toString('utf8')) as ChannelSecrets
}
