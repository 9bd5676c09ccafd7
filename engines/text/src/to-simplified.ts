import { Converter } from 'opencc-js/t2cn'

type Convert = ReturnType<NonNullable<typeof Converter>>
let convert: Convert | undefined

/**
 * Traditional Chinese to simplified, by the OpenCC tables (phrases first, so 「頭髮」 and 「發送」 part correctly).
 * Simplified text stays as it is.
 * @example toSimplified('訂單編號') // '订单编号'
 */
export function toSimplified(text: string): string {
  convert ??= Converter?.({ from: 't', to: 'cn' })
  return convert && /[\u3400-\u9fff]/.test(text) ? convert(text) : text
}
