/** Errors about rows and literals quote them; errors about names quote names, which help and are nobody's data. */
const ABOUT_NAMES =
  /^(UNKNOWN_|TABLE_|DATABASE_|NOT_FOUND_COLUMN|DUPLICATE_COLUMN|ILLEGAL_TYPE|NO_COMMON_TYPE|TYPE_MISMATCH)/

/**
 * An engine's message without what it quotes from statements and rows, so that it can be logged and shown.
 * Cut are the statement (`in scope …`), quoted text unless the error is about names, and any run of five digits or more.
 */
export function maskEngineMessage(message: string, code: string): string {
  const [head = ''] = message.split(/:? in scope |: While |\. Expected one of|\nFORMAT /i, 1)
  const unquoted = ABOUT_NAMES.test(code) ? head : head.replace(/'(?:[^'\\]|\\.)*'?|"(?:[^"\\]|\\.)*"?/g, "'…'")
  return unquoted.replace(/\d{5,}/g, '…').slice(0, 500)
}
