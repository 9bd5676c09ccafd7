import { assert } from '@zhanggui/kernel'

/** A ClickHouse string literal. Only `\` and `'` can end or bend one, so escaping these two is enough. */
export const stringLiteral = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`

/** A setting name or table name that is safe to stand in SQL bare. Errors: throws on anything else. */
export function bareName(name: string): string {
  assert(/^[A-Za-z_][A-Za-z0-9_]*$/.test(name), `"${name}" is a bare SQL name`)
  return name
}
