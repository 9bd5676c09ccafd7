/** Keys are far shorter; what is longer is no key. */
const KEY_BYTES_MAX = 512

/** The body of a hello: length of the key in bytes, then the key, filled up to whole words. */
export function writeHello(key: string): Int32Array {
  const bytes = Buffer.from(key, 'utf8')
  const body = new Int32Array(1 + Math.ceil(bytes.length / 4))
  body[0] = bytes.length
  new Uint8Array(body.buffer).set(bytes, 4)
  return body
}

/** The key; `undefined` where the body is none of a hello. */
export function readHello(body: Int32Array): string | undefined {
  const length = body[0] ?? -1
  if (length < 1 || length > KEY_BYTES_MAX || body.length !== 1 + Math.ceil(length / 4)) return undefined
  return Buffer.from(body.buffer, body.byteOffset + 4, length).toString('utf8')
}
