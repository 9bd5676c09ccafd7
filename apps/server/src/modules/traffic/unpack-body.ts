import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { ApiFailure } from '../../http/api-failure.ts'

const unzip = promisify(gunzip)

const isTooLarge = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE'

/**
 * A batch as text. Errors: throws `payload_too_large` when it unpacks to more than `bytesMax` (a zip bomb stops there),
 * `invalid_request` when it is not gzip or not UTF-8 although it says so.
 */
export async function unpackBody(body: Buffer, options: { encoding: string; bytesMax: number }): Promise<string> {
  const { encoding, bytesMax } = options
  if (!['', 'identity', 'gzip'].includes(encoding))
    throw new ApiFailure('invalid_request', { where: 'Content-Encoding: gzip / identity' })
  const bytes = encoding === 'gzip' ? await unzip(body, { maxOutputLength: bytesMax }).catch(refuse) : body
  if (bytes.length > bytesMax) throw new ApiFailure('payload_too_large')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new ApiFailure('invalid_request', { where: 'body: UTF-8' }, { cause })
  }
}

function refuse(cause: unknown): never {
  if (isTooLarge(cause)) throw new ApiFailure('payload_too_large', {}, { cause })
  throw new ApiFailure('invalid_request', { where: 'body: gzip' }, { cause })
}
