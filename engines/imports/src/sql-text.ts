/** A piece of ClickHouse SQL. Values from outside enter it only through `sqlString`, or as `{name:Type}` parameters. */
export type Sql = string

/**
 * A string literal. Backslash and quote are the only characters that can end or bend one.
 * @example sqlString("it's") // "'it\\'s'"
 */
export const sqlString = (text: string): Sql => `'${text.replace(/[\\']/g, '\\$&')}'`

/** An array literal of strings. */
export const sqlStrings = (texts: readonly string[]): Sql => `[${texts.map(sqlString).join(', ')}]`

/** A regular expression (RE2) as a literal; written as `String.raw` text so that it reads as it matches. */
export const sqlPattern = sqlString
